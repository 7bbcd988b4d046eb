#!/bin/sh
# Sets docdesk up and runs it.
#
#   sh packaging/run.sh                   inspects an altered sample, and shows that one as issued is told from it
#   sh packaging/run.sh inspect my.png    gives these arguments to docdesk instead, in the folder you are in
#   sh packaging/run.sh window            opens the window in the same way
#
# Without arguments, ends with 0 when docdesk reached the verdicts that the samples were made for. Then no
# window opens by itself: this may run where nobody looks.
set -eu

unset CDPATH PYTHONHOME PYTHONPATH
home=$(cd -- "$(dirname -- "$0")/.." && pwd -P)
docdesk=$home/.venv/bin/docdesk
altered=samples/documents/captures/digit-altered
issued=samples/documents/captures/utopia-passport
expected="digit-altered: anomaly
utopia-passport: attention"

ready=0
sh "$home/packaging/setup.sh" || ready=$?
[ "$ready" -eq 0 ] || [ "$ready" -eq 3 ] || exit "$ready"

[ $# -eq 0 ] || exec "$docdesk" "$@"

cd -- "$home"
printf '\n$ docdesk inspect %s\n' "$altered"
code=0
"$docdesk" inspect "$altered" || code=$?

printf '\n$ docdesk inspect --json %s %s\n' "$altered" "$issued"
verdicts=$("$docdesk" inspect --json "$altered" "$issued" 2>/dev/null | "$home/.venv/bin/python" -c '
import json, sys
for inspection in json.load(sys.stdin)["inspections"]:
    print(inspection["name"], inspection["verdict"]["outcome"], sep=": ")
' 2>/dev/null) || true
printf '%s\n\n' "$verdicts"

if [ "$code" -ne 1 ] || [ "$verdicts" != "$expected" ]; then
    if [ "$ready" -ne 0 ]; then
        echo "docdesk: the verdicts cannot be reached while this computer lacks what is named above." >&2
        exit "$ready"
    fi
    printf 'docdesk: the exit code was %s and the verdicts stand above; expected were 1 and\n%s\n' \
        "$code" "$expected" >&2
    exit 1
fi
echo "These are the verdicts that the samples were made for. Now yours: sh packaging/run.sh inspect FILE"
if [ "$ready" -eq 0 ] && { [ -n "${DISPLAY-}${WAYLAND_DISPLAY-}" ] || [ "$(uname)" = Darwin ]; }; then
    echo "Or in a window: sh packaging/run.sh window"
fi
