#!/bin/sh
# Runs every check of docdesk in the .venv that setup.sh made; people, hooks and CI run this same script.
#
#   sh packaging/check.sh            everything
#   sh packaging/check.sh --quick    the same without the tests marked slow
#
# Every step runs, even after one has failed; the first that failed is named at the end.
set -eu

unset CDPATH PYTHONHOME PYTHONPATH
cd -- "$(dirname -- "$0")/.."

which_tests=
case ${1-} in
    '') ;;
    --quick) which_tests='not slow' ;;
    *) echo "docdesk: usage: sh packaging/check.sh [--quick]" >&2; exit 2 ;;
esac

python=$PWD/.venv/bin/python
if ! "$python" -c 'import docdesk' 2>/dev/null; then
    echo "docdesk: nothing to check with; run 'sh packaging/test.sh' once to make .venv." >&2
    exit 1
fi
PATH=$PWD/.venv/bin:$PATH

first_failure=

# step NAME COMMAND...: runs one check under its name.
step() {
    name=$1
    shift
    printf '== %s\n' "$name"
    if ! "$@"; then
        printf '== %s: FAILED\n' "$name"
        first_failure=${first_failure:-$name}
    fi
}

# The sentences in the code and the template that translators start from must not drift apart.
sentence_template() {
    if [ -e docdesk/wording/template.py ]; then
        "$python" -m docdesk.wording.template --check || {
            echo "the template is stale; write it anew: .venv/bin/python -m docdesk.wording.template"
            return 1
        }
    else
        echo "no room for wording yet"
    fi
}

step 'format (ruff format --check)' ruff format --check --quiet .
step 'lint (ruff check)' ruff check --quiet .
step 'types (mypy --strict)' mypy --strict
step 'floors of the house (lint-imports)' lint-imports --no-logo
step 'sentence template' sentence_template
step 'tests (pytest)' "$python" -m pytest ${which_tests:+-m "$which_tests"}

if [ -n "$first_failure" ]; then
    printf 'docdesk: a check failed, first of all: %s\n' "$first_failure"
    exit 1
fi
echo 'docdesk: every check passed.'
