#!/bin/sh
# Sets docdesk up, tests and all, and runs every check: `sh packaging/test.sh`.
# Arguments go to check.sh (`--quick`). Ends with 0 only when every check could run and passed.
set -eu

unset CDPATH
cd -- "$(dirname -- "$0")/.."

ready=0
sh packaging/setup.sh --tests || ready=$?
[ "$ready" -eq 0 ] || [ "$ready" -eq 3 ] || exit "$ready"

sh packaging/check.sh "$@"

# A check that could not run has not passed.
if [ "$ready" -ne 0 ]; then
    echo "docdesk: the checks that could run have passed, but this computer lacks what is named above." >&2
    exit "$ready"
fi
