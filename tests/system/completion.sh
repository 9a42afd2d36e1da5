#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What the Tab key offers. Usage: completion.sh DIRECTORY_OF_PROGRAMS DIRECTORY_OF_COMPLETIONS
set -u
export QT_QPA_PLATFORM=offscreen
failed=0
# offers FUNCTION WORD... -- EXPECTED...: all of them, for the last word.
offers() {
  local function=$1 expected word
  shift
  COMP_WORDS=()
  while [ "$1" != -- ]; do COMP_WORDS+=("$1") && shift; done
  shift
  COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
  COMPREPLY=()
  "$function"
  for expected; do
    for word in "${COMPREPLY[@]}"; do [ "$word" = "$expected" ] && continue 2; done
    echo "after '${COMP_WORDS[*]}' there is no $expected, only: ${COMPREPLY[*]}"
    failed=1
  done
}
source "$2/holdfastd"
source "$2/holdfast"
source "$2/holdfast-agent"
offers _holdfastd "$1/holdfastd" "" -- init serve check audit demonstrate --help --version
offers _holdfastd "$1/holdfastd" se -- serve
offers _holdfastd "$1/holdfastd" audit "" -- verify
offers _holdfastd "$1/holdfastd" audit verify --d -- --data-dir
offers _holdfastd "$1/holdfastd" serve --data-dir /tmp --l -- --listen
offers _holdfastd "$1/holdfastd" serve --data-dir / -- /tmp
offers _holdfast "$1/holdfast" --th -- --theme
offers _holdfast "$1/holdfast" --theme d -- dark
offers _holdfast "$1/holdfast" --language "" -- de en system
offers _holdfast_agent "$1/holdfast-agent" "" -- enrol logon status check --help --version
offers _holdfast_agent "$1/holdfast-agent" enrol --s -- --service --state-dir
offers _holdfast_agent "$1/holdfast-agent" status --state-dir / -- /tmp
exit $failed
