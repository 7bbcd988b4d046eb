import tomllib

import pytest

from docdesk.foundation.toml_text import parsed


def test_what_a_text_says_is_returned() -> None:
    assert parsed("a.b = 1.5\n# " + "... " * 100 + '\nc = "x.y"') == {"a": {"b": 1.5}, "c": "x.y"}
    assert parsed("\n".join(f"a{n} = 1.5" for n in range(3000)))["a7"] == 1.5


@pytest.mark.parametrize("key", ["a" + ".a" * 100_000, "a" + " . 'b'" * 100_000, "[" + "a." * 100_000 + "a]"])
def test_a_key_of_parts_without_number_is_refused_before_it_is_parsed(key: str) -> None:
    with pytest.raises(ValueError, match="dots"):
        parsed(f"x = 1\n{key} = 1")


def test_what_is_no_toml_is_refused_as_ever() -> None:
    with pytest.raises(tomllib.TOMLDecodeError):
        parsed("a =")
