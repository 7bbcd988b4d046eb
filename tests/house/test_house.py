"""Tests of the house that import-linter does not keep: words, sizes, and imports that do no work."""

import ast
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
PACKAGE = CHECKOUT / "docdesk"
MODULES = sorted(PACKAGE.rglob("*.py"))

LONGEST_MODULE = 500
LONGEST_FUNCTION = 60
FITS_A_SCREEN = 40
NAMES_THAT_SAY_NOTHING = {
    "util",
    "utils",
    "helper",
    "helpers",
    "manager",
    "managers",
    "common",
    "base",
    "misc",
}
# Neither Qt's network nor its SQL, and nothing of Qt that is under the GPL alone.
USED_OF_QT = {f"PySide6.Qt{part}" for part in ("Core", "Gui", "PrintSupport", "Svg", "Widgets")} | {
    "shiboken6"
}
HOMES_OF_QT = ("ui/", "app/", "bench/window")
QT = {"PySide6", "shiboken6", "PyQt5", "PyQt6", "PySide2", "sip"}


def place(path: Path) -> str:
    """The path as the repository names it."""
    return path.relative_to(CHECKOUT).as_posix()


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def imported(path: Path) -> Iterator[str]:
    """The full names of the modules that the file imports, anywhere in it."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or "."


def test_the_house_stands_where_these_tests_look() -> None:
    assert PACKAGE / "__main__.py" in MODULES


# --- Words and sizes ---


def test_every_module_and_package_says_what_it_is() -> None:
    silent = [place(path) for path in MODULES if not (ast.get_docstring(tree(path)) or "").strip()]
    silent += [
        f"{place(folder)}/ has no __init__.py"
        for folder in sorted({path.parent for path in MODULES})
        if not (folder / "__init__.py").exists()
    ]
    assert not silent


def test_the_init_of_a_room_has_a_docstring_and_no_imports() -> None:
    importing = [place(path) for path in MODULES if path.name == "__init__.py" and any(imported(path))]
    assert not importing


def test_no_module_is_longer_than_500_lines() -> None:
    lengths = {place(path): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    assert not {name: length for name, length in lengths.items() if length > LONGEST_MODULE}


def test_no_function_is_longer_than_60_lines(remark: Callable[[str], None]) -> None:
    too_long = []
    for path in MODULES:
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                if length > LONGEST_FUNCTION:
                    too_long.append(f"{place(path)}:{node.lineno} {node.name} has {length} lines")
                elif length > FITS_A_SCREEN:
                    remark(
                        f"{place(path)}:{node.lineno} {node.name} has {length} lines, over {FITS_A_SCREEN}"
                    )
    assert not too_long


def test_no_module_has_a_name_that_says_nothing() -> None:
    names = MODULES + [path.parent for path in MODULES if path.name == "__init__.py"]
    assert not [place(path) for path in names if NAMES_THAT_SAY_NOTHING & set(path.stem.lower().split("_"))]


# --- Imports ---


def test_qt_is_imported_only_in_ui_in_app_and_where_the_window_is_measured() -> None:
    strays = [
        place(path)
        for path in MODULES
        if not any(path.relative_to(PACKAGE).as_posix().startswith(home) for home in HOMES_OF_QT)
        and QT & {name.partition(".")[0] for name in imported(path)}
    ]
    assert not strays


def test_no_other_part_of_qt_is_used_than_the_decision_on_libraries_names() -> None:
    strays = {
        (place(path), name)
        for path in MODULES
        for name in imported(path)
        if name.partition(".")[0] in QT and name not in USED_OF_QT
    }
    assert not strays


def test_a_window_nests_no_event_loop_and_makes_no_thread_of_its_own() -> None:
    """Background is the one way off the UI thread, and dialogs and menus open without waiting for an answer.

    Only the drag of Qt's own, which must be waited for, begins a loop: it is called by the name `drag`.
    """
    strays = [
        f"{place(path)}:{node.lineno} {called}"
        for path in MODULES
        if path.is_relative_to(PACKAGE / "ui")
        for node in ast.walk(tree(path))
        if (called := loop_or_thread(node)) is not None
    ]
    assert not strays


def loop_or_thread(node: ast.AST) -> str | None:
    """Return what begins a nested event loop or makes a thread of Qt's here, if anything does."""
    if isinstance(node, ast.alias) and node.name in {"QThread", "QEventLoop", "QThreadPool", "QRunnable"}:
        return node.name
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
        return None
    of_a_drag = ast.unparse(node.func.value).endswith("drag")
    nests = {"processEvents"} if of_a_drag else {"processEvents", "exec", "exec_"}
    return node.func.attr if node.func.attr in nests else None


def test_mrz_needs_nothing_but_the_standard_library() -> None:
    foreign = {
        (place(path), name)
        for path in MODULES
        if path.is_relative_to(PACKAGE / "mrz")
        for name in imported(path)
        if name.partition(".")[0] not in sys.stdlib_module_names and not name.startswith("docdesk.mrz")
    }
    assert not foreign


def test_importing_docdesk_does_no_work(tmp_path: Path) -> None:
    """No thread, no process, no file written, no socket, no logging set up: nothing happens at import."""
    parts = [path.relative_to(CHECKOUT).with_suffix("").parts for path in MODULES]
    names = [".".join(part for part in module if part != "__init__") for module in parts]
    watch = Path(__file__).with_name("watched_import.py")
    watched = subprocess.run(
        [sys.executable, "-B", str(watch), *names], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert watched.returncode == 0, watched.stderr
    assert not watched.stdout, watched.stdout
    assert not list(tmp_path.iterdir())
