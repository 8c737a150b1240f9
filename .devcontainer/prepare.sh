#!/usr/bin/env bash
# Once, when the container is made: after it the course works offline.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet restore --locked-mode
dotnet build --no-restore -c Release
dotnet run --no-build -c Release --project lib/Seq2Seq.Host -- jupyter install
