#!/usr/bin/env bash
# From an empty console project to a compiled program that knows iNaturalist's 8,142 classes, with a clock. No class name is typed. Packing is not counted.
#   bash tests/BalanceGen.PackageTests/first-contact.sh FILE
# FILE has a row a line, "path class", as the lists of iNaturalist 2018 do.
set -euo pipefail
file=$(realpath "$1")
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
version="0.1.0-contact.$(date +%s)"
dotnet pack src/BalanceGen -c Release --no-build -o "$work/feed" -p:PackageVersion="$version" > /dev/null

export NUGET_PACKAGES="$work/packages" DOTNET_CLI_HOME="$work/home" DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
now() { date +%s.%N; }
start=$(now)
step() { printf '%6.1f s  %s\n' "$(echo "$(now) - $start" | bc)" "$1"; }

dotnet new console -o "$work/species" > /dev/null
step "dotnet new console"
cd "$work/species"
dotnet add package BalanceGen --version "$version" --source "$work/feed" > /dev/null
step "dotnet add package BalanceGen"

# The classes: every id from 0 to the largest, as the set numbers them; some have no row in any file. The rows: the first half of the file, which has not all of them.
seq 0 "$(cut -d' ' -f2 "$file" | sort -n | tail -n 1)" > species.classes.txt
head -n $(($(wc -l < "$file") / 2)) "$file" > train.txt
sed -i 's#</Project>#  <ItemGroup>\n    <LabeledData Include="train.txt" Dataset="Photo" LabelColumn="1" Delimiter="space" HasHeader="false" />\n  </ItemGroup>\n</Project>#' species.csproj
cat > Program.cs <<'PROGRAM'
using BalanceGen;
Console.WriteLine($"{Photo.Classes.Count} classes, {Photo.Classes.KnownCounts.Total} rows");

[BalancedDataset]
public partial record struct Photo(
    string File, [ClassLabel(ClassesFrom = "species.classes.txt")] string Species);
PROGRAM
step "one record of three lines, and the file"
dotnet build > build.log || { cat build.log; exit 1; }
step "dotnet build"
grep -o 'warning BALG0101: .*' build.log | sort -u | cut -c1-200
dotnet run --no-build
step "the program has run"
