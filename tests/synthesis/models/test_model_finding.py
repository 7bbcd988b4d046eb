from pathlib import Path

import pytest

from docdesk.foundation.errors import WrongUse
from docdesk.synthesis.models.finding import models
from docdesk.wording.english.synthesis_models import SENTENCES
from tests.synthesis.models.written_models import told, write


def refusal(extra: Path, own: Path) -> str:
    with pytest.raises(WrongUse) as refused:
        models(extra, own)
    message = refused.value.message
    return SENTENCES[message.key].format_map(dict(message.values))


def test_models_of_both_folders_are_found_by_name_in_order(tmp_path: Path) -> None:
    zebra = write(told(), tmp_path / "own", "zebra")
    apple = write(told(), tmp_path / "extra", "apple")
    found = models(tmp_path / "extra", tmp_path / "own")
    assert list(found.items()) == [("apple", apple), ("zebra", zebra)]


def test_what_holds_no_model_is_passed_over(tmp_path: Path) -> None:
    write(told(), tmp_path, "real")
    (tmp_path / "empty").mkdir()
    (tmp_path / ".git").mkdir()
    (tmp_path / "file").write_text("")
    assert list(models(tmp_path, tmp_path / "none")) == ["real"]


def test_nothing_is_read_before_it_is_asked_for(tmp_path: Path) -> None:
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "model.toml").write_text("no toml")
    assert list(models(tmp_path, tmp_path / "none")) == ["broken"]


def test_a_name_that_docdesk_uses_is_refused(tmp_path: Path) -> None:
    write(told(), tmp_path / "own", "zebra")
    write(told(), tmp_path / "extra", "zebra")
    assert "There is a document model zebra already" in refusal(tmp_path / "extra", tmp_path / "own")


def test_a_folder_that_is_none_is_refused(tmp_path: Path) -> None:
    assert "The folder missing of document models cannot be read" in refusal(tmp_path / "missing", tmp_path)


def test_a_folder_of_far_too_many_entries_is_refused(tmp_path: Path) -> None:
    for number in range(1001):
        (tmp_path / f"entry{number}").touch()
    assert "more than 1000 entries" in refusal(tmp_path, tmp_path / "none")


def test_the_models_that_ship_are_found_without_being_told_where() -> None:
    shipped = sorted(file.parent.name for file in Path("assets/documents").glob("*/model.toml"))
    assert list(models(None)) == shipped
