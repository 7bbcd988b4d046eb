#!/bin/sh
# Sets docdesk up and runs it.
#
#   sh packaging/run.sh                   inspects two samples and shows that the forged one is noticed
#   sh packaging/run.sh inspect my.png    gives these arguments to docdesk instead, in the folder you are in
#
# Without arguments, ends with 0 when docdesk reached the verdicts that the samples were made for.
set -eu

unset CDPATH PYTHONHOME PYTHONPATH
home=$(cd -- "$(dirname -- "$0")/.." && pwd -P)
docdesk=$home/.venv/bin/docdesk

ready=0
sh "$home/packaging/setup.sh" || ready=$?
[ "$ready" -eq 0 ] || [ "$ready" -eq 3 ] || exit "$ready"

[ $# -eq 0 ] || exec "$docdesk" "$@"

read_verdict='import json, sys; print(json.load(sys.stdin)["inspections"][0]["verdict"]["outcome"])'

# inspect SAMPLE VERDICT STATUS: shows what docdesk says of the sample and holds it to what it was made for.
inspect() {
    printf '\n$ docdesk inspect %s\n' "$1"
    said=0
    "$docdesk" inspect "$1" || said=$?
    verdict=$("$docdesk" inspect --json "$1" | "$home/.venv/bin/python" -c "$read_verdict" 2>/dev/null) || true
    [ "$verdict" != "$2" ] || [ "$said" -ne "$3" ] || return 0
    reached=no
    if [ "$ready" -eq 0 ]; then
        printf 'docdesk: expected the verdict %s with exit code %s, but got %s with %s.\n' \
            "$2" "$3" "${verdict:-none}" "$said" >&2
    fi
}

cd -- "$home"
reached=yes
inspect samples/utopia-passport.png attention 1
inspect samples/utopia-passport-wrong-digit.png anomaly 1

if [ "$ready" -ne 0 ]; then
    echo "docdesk: the verdicts cannot be reached while this computer lacks what is named above." >&2
    exit "$ready"
fi
[ "$reached" = yes ] || exit 1
printf '\nBoth verdicts are as expected. Now your own: sh packaging/run.sh inspect FILE\n'
