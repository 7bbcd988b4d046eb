"""Every message has its sentence, and a translation is used where there is one."""

import ast
import string
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from docdesk.engines.decoding.refusals import CODES
from docdesk.foundation.messages import Message
from docdesk.inspection.checks.catalogue import CHECKS
from docdesk.wording.catalogue import Wording, english
from docdesk.wording.template import TEMPLATE, template

PROSE = ("capture.", "no_mrz.", "reader.tesseract", "mrz_")


def test_every_refusal_of_the_decoder_has_a_sentence_with_its_values() -> None:
    for code, values in CODES.items():
        sentence = english()[f"capture.{code}"]
        named = {name for _, name, _, _ in string.Formatter().parse(sentence) if name}
        assert named <= values, code


def test_every_sentence_of_a_check_is_there_and_none_is_left_over() -> None:
    said = {key for check in CHECKS for key in check.says}
    of_checks = {key for key in english() if key.split(".")[0] in {check.name for check in CHECKS}}
    assert of_checks == said


def test_every_key_that_the_program_names_has_a_sentence() -> None:
    keys = set()
    for path in Path("docdesk").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            called = ast.unparse(node.func)
            first = node.args[0]
            says = called in {"Message", "Message.of"} or called.endswith(".term")
            if says and isinstance(first, ast.Constant) and isinstance(first.value, str):
                keys.add(first.value)
    assert len(keys) > 10
    assert keys - english().keys() == set()


def test_sentences_end_with_a_full_stop() -> None:
    for key, sentence in english().items():
        if key.startswith(PROSE):
            assert sentence.endswith("."), key


def test_a_field_is_said_in_words() -> None:
    said = Wording().say(
        Message.of(
            "mrz_check_digit_mismatch.successful",
            field="document_number",
            printed="6",
            quoted="",
            expected="",
        )
    )
    assert said == "The check digit of the document number agrees (6)."


def test_a_translation_is_said_and_what_it_lacks_stays_english(tmp_path: Path) -> None:
    catalogue = Catalog(locale="de")
    catalogue.add("This file is empty.", "Diese Datei ist leer.")
    folder = tmp_path / "de" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / "docdesk.mo").open("wb") as file:
        write_mo(file, catalogue)
    german = Wording("de", tmp_path)
    assert german.say(Message("capture.empty_file")) == "Diese Datei ist leer."
    assert german.say(Message("capture.not_found")) == "There is no such file."


def test_the_template_for_translators_is_up_to_date() -> None:
    assert TEMPLATE.read_bytes() == template()


def test_places_are_said_in_words() -> None:
    said = Wording().say(Message.of("name_malformed.missing.doubtful", characters="2:4=9, 1:1=P, ..."))
    assert said.endswith("line 2, character 4 (read as 9), line 1, character 1 (read as P), and others.")


def test_what_a_terminal_might_obey_is_not_said() -> None:
    said = Wording().say(Message.of("program.no_pictures", path="a\x1b[2Jb\n"))
    assert said == "There are no pictures in a?[2Jb?."


def test_beside_the_picture_many_places_are_the_marked_ones_and_few_are_named() -> None:
    many = Message.of("issuer_not_recognised.doubtful", quoted="UTO", characters="1:3=U, 1:4=T, 1:5=O")
    few = Message.of("issuer_not_recognised.doubtful", quoted="UTO", characters="1:3=U")
    seen = Wording().beside_picture()
    assert seen.say(many).endswith("compare the marked characters with the picture.")
    assert "line 1, character 3" in seen.say(few)
    assert "line 1, character 5" in Wording().say(many), "papers and terminals name each"


def test_a_second_opinion_is_said_with_its_places_and_beside_many_marked_ones_without() -> None:
    def told(second: str) -> Message:
        return Message.of("mrz_characters_doubtful.second.undetermined", places="1:3=U", second=second)

    assert "A second opinion reads 8 in line 2, character 4." in Wording().say(told("2:4=8"))
    seen = Wording().beside_picture()
    assert "A second opinion reads 8 in line 2, character 4." in seen.say(told("2:4=8"))
    assert "A second opinion reads 8, 0, S." in seen.say(told("2:4=8, 2:5=0, 2:6=S"))
    assert "S in line 2, character 6" in Wording().say(told("2:4=8, 2:5=0, 2:6=S"))


def test_beside_the_picture_what_two_lights_show_is_said_character_by_character() -> None:
    message = Message.of(
        "mrz_differs_between_captures.between_lights.failed",
        light="IR",
        places="2:1=8, 2:2=3, 2:3=1",
        other_light="VIS",
        other_places="2:1=5, 2:2=2, 2:3=7",
    )
    assert Wording().beside_picture().say(message).endswith("VIS: 5, 2, 7. IR: 8, 3, 1.")
    assert "VIS: line 2, character 1 (read as 5)" in Wording().say(message)
