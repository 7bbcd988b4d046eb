#!/bin/sh
# Proves the two commands and the window on a fresh Debian 12: as root, and as a user who may install nothing.
#
#   sh packaging/prove.sh [FOLDER [MIRROR]]
#
# Needs root, debootstrap and git. FOLDER (default: docdesk-proof in the temporary folder) keeps the fresh
# Debian, so that the next proof need not fetch it again, and the transcript. MIRROR is debootstrap's.
# What is proved is a clone of this checkout's last commit, in a folder with a space in its name, with an
# empty home or none and no caches. Only what this machine's network asks for is lent: name servers,
# certificates, and the variables named at `lend` below. Ends with 0 when everything went as expected.
set -eu

unset CDPATH
cd -- "$(dirname -- "$0")/.."
source=$(pwd -P)
folder=${1:-${TMPDIR:-/tmp}/docdesk-proof}
mirror=${2-}
system='/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'

if [ "$(id -u)" -ne 0 ]; then
    echo "prove.sh: must be root, to make and enter a fresh system" >&2
    exit 1
fi

# Mounts made below are seen by this script only, and are gone with it.
if [ "${DOCDESK_PROOF_APART-}" != yes ]; then
    DOCDESK_PROOF_APART=yes exec unshare --mount --propagation private sh packaging/prove.sh "$@"
fi

mkdir -p "$folder"
folder=$(cd -- "$folder" && pwd -P)
fresh=$folder/fresh
root=$folder/root
place='/srv/border desk'
checkout="$place/docdesk"
transcript=$folder/transcript.txt
: >"$transcript"
unexpected=0

tell() {
    printf '%s\n' "$@" | tee -a "$transcript"
}

# --- A fresh Debian ---

make_fresh() {
    [ ! -e "$fresh/finished" ] || return 0
    tell "# fetching Debian 12 (minbase, python3, git, ca-certificates)"
    rm -rf "$fresh"
    debootstrap --variant=minbase --include=python3,git,ca-certificates bookworm "$fresh" ${mirror:+"$mirror"} \
        >"$folder/debootstrap.log" 2>&1 || { tail -n 5 "$folder/debootstrap.log" >&2; exit 1; }
    rm -rf "$fresh"/var/lib/apt/lists/* "$fresh"/var/cache/apt/archives/*.deb
    touch "$fresh/finished"
}

# Copies the fresh Debian to where it may be spoilt, and puts a clone of the last commit into it.
enter() {
    for mounted in proc dev/shm; do
        umount "$root/$mounted" 2>/dev/null || true
    done
    rm -rf "$root"
    cp -a "$fresh" "$root"
    cp -L /etc/resolv.conf "$root/etc/resolv.conf"
    for file in /etc/ssl/certs/ca-certificates.crt "${PIP_CERT-}" "${SSL_CERT_FILE-}"; do
        [ -z "$file" ] || { mkdir -p "$root${file%/*}"; cp -L "$file" "$root$file"; }
    done
    mkdir -p "$root$place" "$root/dev/shm"
    mount -t proc proc "$root/proc"
    mount -t tmpfs tmpfs "$root/dev/shm"
    chroot "$root" useradd --no-create-home --home-dir /nonexistent officer
    git -c 'safe.directory=*' clone --quiet --no-local "$source" "$root$checkout"
    chroot "$root" chown -R "$1" "$checkout"
}

# lend VARIABLE...: prints those that are set, as arguments for env.
lend() {
    for variable in "$@"; do
        eval "value=\${$variable-}"
        # shellcheck disable=SC2154  # set by eval
        [ -z "$value" ] || printf '%s=%s\n' "$variable" "$value"
    done
}

# as USER HOME COMMAND: runs the shell command in the checkout of the fresh Debian, with nothing in its
# environment but what is lent.
as() {
    lent=$(lend PIP_CERT PIP_INDEX_URL PIP_DEFAULT_TIMEOUT SSL_CERT_FILE http_proxy https_proxy no_proxy)
    # shellcheck disable=SC2016,SC2086  # expanded in the fresh Debian; one word for each variable
    chroot --userspec="$1" "$root" env -i PATH="$system" HOME="$2" $lent \
        sh -c 'cd -- "$1" && eval "$2"' proof "$checkout" "$3" </dev/null
}

# expect STATUS USER HOME COMMAND: runs it, and notes how it ended and how long it took.
expect() {
    tell "" "[$2, HOME=$3] \$ $4"
    began=$(date +%s)
    { ended=0; as "$2" "$3" "$4" 2>&1 || ended=$?; echo "$ended" >"$folder/status"; } | tee -a "$transcript" "$folder/last"
    took=$(($(date +%s) - began))
    ended=$(cat "$folder/status")
    if [ "$ended" -eq "$1" ]; then
        tell "# ended with $ended as expected, after $took s"
    else
        tell "# UNEXPECTED: ended with $ended instead of $1, after $took s"
        unexpected=$((unexpected + 1))
    fi
}

# The window, drawn where nobody looks, up to its first verdict.
window='QT_QPA_PLATFORM=offscreen sh packaging/run.sh window --until verdict samples/documents/captures/utopia-passport'

make_fresh

tell "## As root, with nothing but Python and git"
enter root:root
expect 0 root:root /root 'sh packaging/run.sh'
expect 0 root:root /root 'sh packaging/run.sh'
expect 0 root:root /root "$window"
expect 0 root:root /root 'sh packaging/test.sh'

tell "" "## As a user who may install nothing and has no home"
enter officer:officer
: >"$folder/last"
expect 1 officer:officer /nonexistent 'sh packaging/run.sh'
line=$(sed -n 's/^    \(su - -c .*\)$/\1/p' "$folder/last" | head -n 1)
tell "" "# Python can make virtual environments now, and there is no Tesseract: docdesk reads all the same"
expect 0 root:root /root 'apt-get -qq update && apt-get -qq install --no-install-recommends python3-venv >/dev/null 2>&1'
expect 0 officer:officer /nonexistent 'sh packaging/run.sh'
expect 0 officer:officer /nonexistent 'sh packaging/run.sh --version'
tell "" "# root types the line that was printed"
expect 0 root:root /root "${line:-false} 2>&1 | tail -n 1"
expect 0 officer:officer /nonexistent 'sh packaging/run.sh'
expect 0 officer:officer /nonexistent "$window"

tell "" "# $unexpected of these ended otherwise than expected; the transcript is $transcript"
[ "$unexpected" -eq 0 ]
