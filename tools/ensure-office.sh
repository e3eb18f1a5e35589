#!/usr/bin/env bash
# Makes sure of what the tests look at documents with: LibreOffice, poppler and two free fonts.
# As root on Debian or Ubuntu what is missing is installed; elsewhere it says what to install.
set -euo pipefail

say() { printf '%s\n' "$*" >&2; }

if command -v dpkg-query >/dev/null; then
  missing=()
  for package in libreoffice-writer libreoffice-calc libreoffice-impress poppler-utils \
    fonts-crosextra-carlito fonts-liberation; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  # Installed by another road than the package manager is as good.
  if command -v soffice >/dev/null || command -v libreoffice >/dev/null; then
    dpkg-query -W libreoffice-core >/dev/null 2>&1 || missing=("${missing[@]/libreoffice-*/}")
  fi
  read -ra missing <<<"${missing[*]-}"
  [ "${#missing[@]}" = 0 ] && exit 0
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    say "Installing ${missing[*]}"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq
    apt-get install -y -qq --no-install-recommends -o DPkg::Lock::Timeout=300 "${missing[@]}" >&2
    exit 0
  fi
  say "The tests need LibreOffice, poppler and fonts. Install them first:"
  say "  sudo apt-get install --no-install-recommends ${missing[*]}"
  exit 1
fi

if { command -v soffice || command -v libreoffice || [ -x /Applications/LibreOffice.app/Contents/MacOS/soffice ]; } \
  >/dev/null && command -v pdftoppm >/dev/null; then
  exit 0
fi
say "The tests need LibreOffice (Writer, Calc, Impress), poppler (pdftoppm) and the fonts Carlito and Liberation."
say "  macOS:   brew install --cask libreoffice font-carlito font-liberation && brew install poppler"
say "  Fedora:  sudo dnf install libreoffice-writer libreoffice-calc libreoffice-impress poppler-utils \\"
say "             google-carlito-fonts liberation-fonts"
exit 1
