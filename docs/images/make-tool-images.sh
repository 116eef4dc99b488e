#!/usr/bin/env bash
# Makes the pictures of docs/tool.md from a real report: the tool and Chromium, nothing by hand.
#   bash docs/images/make-tool-images.sh ../shared/data/winequality/winequality-white.csv class 0..10
set -euo pipefail
cd "$(dirname "$0")/../.."
input=$(realpath "$1") label=$2 classes=$3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

dotnet run -c Release --project src/BalanceGen.Tool --no-build -- report "$input" -l "$label" --classes "$classes" -o "$work/report.html"

# picture NAME WIDTH HEIGHT SCHEME [SELECTOR]: the page, or only what the selector names.
picture() {
    local page="$work/$1.html"
    if [ $# -gt 4 ]; then
        sed "s|</style>|main > *, #plots > * { display: none; } $5 { display: block; } #plots { display: block; } figure { margin: 0; } main { padding: 1rem; }</style>|" "$work/report.html" > "$page"
    else
        cp "$work/report.html" "$page"
    fi
    chromium --headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-component-update --disable-sync --hide-scrollbars \
        --blink-settings=preferredColorScheme="$4" --user-data-dir="$work/profile" --window-size="$2,$3" --screenshot="$work/$1.png" "file://$page" 2> /dev/null
    convert "$work/$1.png" -strip +dither -colors 128 "docs/images/$1.png"
}

picture report-head 1000 1000 1
picture report-batches 780 480 1 "#plots > #plot-batches"
picture report-dark 500 1000 0
