#!/bin/sh
# Sets docdesk up in this checkout: a virtual environment in .venv with exactly what requirements.lock
# names, and what the operating system must supply. Quick where nothing is left to do.
#
#   sh packaging/setup.sh            what docdesk needs
#   sh packaging/setup.sh --tests    and what its tests need besides
#
# Ends with 0 when everything is there, 3 when docdesk starts but lacks something that is then named,
# 1 when it cannot start. Speaks on standard error only. Needs Python 3.11 or later; run.sh, test.sh
# and the Debian package names below are all that knows about operating systems. On Ubuntu 24.04 and
# Debian 13 some of the packages are called otherwise (libglib2.0-0t64); apt-get knows them by both names.
set -eu

whom=docdesk
case ${1-} in
    '') ;;
    --tests) whom=tests ;;
    *) echo "docdesk: usage: sh packaging/setup.sh [--tests]" >&2; exit 1 ;;
esac

# A user's own pip settings may name an index; those that would lead the packages elsewhere are overruled.
unset CDPATH PYTHONHOME PYTHONPATH PIP_TARGET PIP_PREFIX PIP_ROOT PIP_REQUIRE_HASHES
export PIP_USER=0 PIP_NO_INPUT=1 PIP_DISABLE_PIP_VERSION_CHECK=1
cd -- "$(dirname -- "$0")/.."
place=$(pwd -P)
stamp=.venv/docdesk.stamp
project_stamp=.venv/docdesk.project

say() {
    printf 'docdesk: %s\n' "$*" >&2
}

die() {
    say "$@"
    exit 1
}

# --- Python and its virtual environment ---

# Prints where, in which Python and from which lock .venv was made; fails where its Python does not run.
fingerprint() {
    .venv/bin/python -c 'import sys; print(sys.implementation.cache_tag, sys.base_prefix)' 2>/dev/null &&
        printf '%s\n' "$place" && cat requirements.lock
}

# Whether .venv was finished, here, in the Python it still has and from this lock.
environment_is_ready() {
    [ -f "$stamp" ] && fingerprint | cmp -s - "$stamp"
}

# find_python MODULES: prints the first interpreter on PATH from 3.11 on that can import the modules.
# Interpreters of a virtual environment stand for the one they were made with; .venv itself is passed by.
find_python() (
    IFS=:
    set -f
    for name in python3 python3.14 python3.13 python3.12 python3.11; do
        for folder in $PATH; do
            candidate=${folder:-.}/$name
            case $candidate in "$place"/.venv/*) continue ;; esac
            [ -x "$candidate" ] || continue
            "$candidate" -c "import sys, $1; sys.version_info < (3, 11) and sys.exit(1)
print(getattr(sys, '_base_executable', None) or sys.executable)" 2>/dev/null && return 0
        done
    done
    return 1
)

make_environment() {
    if [ -e .venv ]; then
        say "making .venv anew: this one is unfinished, was moved, or fits another requirements.lock or Python"
        rm -rf .venv
    fi
    say "making .venv with Python $version (about a minute, once)"
    "$python" -m venv .venv || die "Python could not make a virtual environment in $place/.venv."
    pip_install --require-hashes --only-binary=:all: -r requirements.lock ||
        die "the packages that requirements.lock names could not be installed. This needs a connection to a" \
            "Python package index, once. Run the same command again when there is one."
    fingerprint >.venv/stamp.new
    mv .venv/stamp.new "$stamp"
}

install_docdesk() {
    pip_install --no-deps --no-build-isolation --editable . ||
        die "docdesk could not be installed into .venv; what went wrong stands above."
    cp pyproject.toml "$project_stamp"
}

pip_install() {
    .venv/bin/python -m pip install -qq "$@" >&2
}

# --- What the operating system supplies, by its Debian and Ubuntu names ---

font_is_there() {
    for folder in /usr/share/fonts /usr/local/share/fonts "${HOME:-/nonexistent}/.local/share/fonts" \
        "${HOME:-/nonexistent}/.fonts"; do
        [ -n "$(find "$folder" -name "$1" -print 2>/dev/null | head -n 1)" ] && return 0
    done
    return 1
}

tesseract_reads_english() {
    tesseract --list-langs 2>/dev/null | grep -qx eng
}

# What Qt loads to draw at all, then what it loads for an X screen, each with the package that brings it.
# What else Qt loads comes with these.
window_libraries='
    libGL.so.1 libgl1                           libEGL.so.1 libegl1
    libgthread-2.0.so.0 libglib2.0-0            libfontconfig.so.1 libfontconfig1
    libdbus-1.so.3 libdbus-1-3                  libxkbcommon.so.0 libxkbcommon0
    libX11.so.6 libx11-6
    libX11-xcb.so.1 libx11-xcb1                 libxcb-cursor.so.0 libxcb-cursor0
    libxcb-icccm.so.4 libxcb-icccm4             libxcb-image.so.0 libxcb-image0
    libxcb-keysyms.so.1 libxcb-keysyms1         libxcb-randr.so.0 libxcb-randr0
    libxcb-render-util.so.0 libxcb-render-util0 libxcb-shape.so.0 libxcb-shape0
    libxcb-sync.so.1 libxcb-sync1               libxcb-xfixes.so.0 libxcb-xfixes0
    libxcb-xkb.so.1 libxcb-xkb1                 libxkbcommon-x11.so.0 libxkbcommon-x11-0'

# Prints the packages of the libraries that cannot be loaded, each with a space before it. On other systems
# than Linux, Qt brings or finds all it needs.
lacking_libraries() {
    # shellcheck disable=SC2086  # one word for each library and package
    "${python:-.venv/bin/python}" -IS -c 'import ctypes, sys
for library, package in zip(sys.argv[1::2], sys.argv[2::2]) if sys.platform == "linux" else ():
    try:
        ctypes.CDLL(library)
    except OSError:
        print(end=" " + package)
' $window_libraries 2>/dev/null
}

# Prints the packages that this computer lacks, on one line; looks for what is needed, not for the packages.
lacking() {
    lacks=
    if [ "$ready" = no ] && ! find_python venv,ensurepip >/dev/null; then
        lacks="$lacks python$version-venv"
    fi
    command -v tesseract >/dev/null 2>&1 || lacks="$lacks tesseract-ocr"
    tesseract_reads_english || lacks="$lacks tesseract-ocr-eng"
    font_is_there DejaVuSans.ttf || lacks="$lacks fonts-dejavu-core"
    lacks="$lacks$(lacking_libraries || true)"
    if [ "$whom" = tests ]; then
        font_is_there OCRB.otf || lacks="$lacks fonts-ocr-b"
        command -v Xvfb >/dev/null 2>&1 || lacks="$lacks xvfb"
    fi
    printf '%s' "${lacks# }"
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif sudo -n true 2>/dev/null; then
        sudo -n "$@"
    else
        sudo "$@"
    fi
}

# Root may install; so may who has sudo, without a password or with a terminal to give it at.
may_install() {
    command -v apt-get >/dev/null 2>&1 || return 1
    [ "$(id -u)" -ne 0 ] || return 0
    command -v sudo >/dev/null 2>&1 || return 1
    sudo -n true 2>/dev/null && return 0
    [ -t 0 ] && [ -t 2 ] || return 1
    say "to install $lacks, sudo may ask for your password"
    sudo -v
}

apt_get() {
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 "$@" \
        </dev/null >/dev/null
}

# An update that fails in part, say for one unreachable archive, need not stand in the way.
install_packages() {
    say "installing $*"
    apt_get update || true
    apt_get install --yes --no-install-recommends "$@"
}

name_packages() {
    install="apt-get install --yes --no-install-recommends $*"
    if ! command -v apt-get >/dev/null 2>&1; then
        say "this computer lacks what Debian calls: $*. Install it with your system's own package manager."
        return
    fi
    say "this computer lacks: $*. To install it, type this line, then run the same command again:"
    if [ "$(id -u)" -eq 0 ]; then
        line="apt-get update && $install"
    elif command -v sudo >/dev/null 2>&1; then
        line="sudo apt-get update && sudo $install"
    else
        line="su - -c 'apt-get update && $install'"
    fi
    printf '\n    %s\n\n' "$line" >&2
}

# --- The set-up itself ---

ready=yes
environment_is_ready || ready=no
if [ "$ready" = no ]; then
    python=$(find_python venv,ensurepip || find_python sys) ||
        die "Python 3.11 or later is needed, and there is none on PATH (looked for python3, python3.11 and later)." \
            "On Debian 12 and Ubuntu 24.04 the package is python3."
    version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
fi

lacks=$(lacking)
if [ -n "$lacks" ] && may_install; then
    # shellcheck disable=SC2086  # package names, one word each
    install_packages $lacks || say "not everything could be installed"
    lacks=$(lacking)
fi
if [ -n "$lacks" ]; then
    # shellcheck disable=SC2086
    name_packages $lacks
fi

if [ "$ready" = no ]; then
    python=$(find_python venv,ensurepip) ||
        die "until Python can make virtual environments, docdesk cannot be set up."
    make_environment
fi
cmp -s pyproject.toml "$project_stamp" || install_docdesk

case " $lacks " in
    *" tesseract-ocr"*)
        say "without Tesseract and its English data, docdesk has no second opinion on characters in doubt." ;;
esac
case " $lacks " in
    *" fonts-ocr-b "*)
        say "without the OCR-B font, the characters that docdesk draws itself are compared with nothing." ;;
esac
case " $lacks " in
    *" lib"*)
        say "without these libraries docdesk can open no window and its tests cannot run; what it does in a" \
            "terminal works all the same." ;;
    *" xvfb "*)
        say "without a screen to draw on unseen, the window cannot be tested as it starts on a real one." ;;
esac
case " $lacks " in
    *" fonts-dejavu-core "*)
        say "without the DejaVu fonts, windows and reports may lack letters, and tests that draw cannot pass." ;;
esac
[ -z "$lacks" ] || exit 3
