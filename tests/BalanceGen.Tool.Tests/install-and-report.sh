#!/usr/bin/env bash
# From a local feed to the report of one's own file: the three commands of the README, with a clock. Packing is not counted.
#   bash tests/BalanceGen.Tool.Tests/install-and-report.sh FILE LABEL
set -euo pipefail
file=$(realpath "$1") label=$2
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# One system is enough here; a release has them all.
case "$(uname -s)-$(uname -m)" in
    Linux-x86_64) system=linux-x64 ;;
    Linux-aarch64) system=linux-arm64 ;;
    Darwin-arm64) system=osx-arm64 ;;
    *) system=osx-x64 ;;
esac
dotnet pack src/BalanceGen.Tool -c Release -p:PackForSystems=true "-p:Systems=$system" -o "$work/feed"
ls -l "$work/feed"

export NUGET_PACKAGES="$work/packages" DOTNET_CLI_HOME="$work/home" DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
start=$SECONDS
dotnet tool install BalanceGen.Tool --tool-path "$work/tools" --add-source "$work/feed"
"$work/tools/balancegen" report "$file" -l "$label" -o "$work/report.html"
"$work/tools/balancegen" init "$file" -l "$label" -o "$work/project"
echo "$((SECONDS - start)) seconds"
test -s "$work/report.html"
