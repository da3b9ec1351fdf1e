#!/bin/sh
# Writes the pins: run.txt from the dependencies of pyproject.toml, test.txt and train.txt from its groups.
set -eu
here=$(dirname "$0")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/v"
pip="$work/v/bin/pip --disable-pip-version-check"
list() { python3 -c "import tomllib,sys; d=tomllib.load(open('$here/../pyproject.toml','rb')); print('\n'.join($1))"; }
list "d['project']['dependencies'] + ['hatchling', 'editables']" > "$work/run.in"
$pip install --quiet --requirement "$work/run.in"
$pip freeze > "$here/run.txt"
list "d['dependency-groups']['test'] + d['dependency-groups']['lint']" > "$work/test.in"
$pip install --quiet --requirement "$work/test.in"
$pip freeze > "$work/all.txt"
grep -vxF -f "$here/run.txt" "$work/all.txt" > "$here/test.txt"
list "d['dependency-groups']['train']" > "$work/train.in"
$pip install --quiet --requirement "$work/train.in"
$pip freeze > "$work/all.txt"
cat "$here/run.txt" "$here/test.txt" > "$work/known.txt"
grep -vxF -f "$work/known.txt" "$work/all.txt" > "$here/train.txt"
