#!/usr/bin/env bash
# Microsoft.dotnet-interactive 1.0.712001 (the last kernel of Polyglot Notebooks), .NET 10 SDK.
#
# A cell that ends in a statement has no result, and shows none. But where a local function with a return statement is declared
# within a block (an if, a loop, braces), the kernel takes its return for the cell's: the cell "returns" null, and every notebook
# shows <null> below it. The same function outside of a block, or a lambda with the same return, does not do that.
#
# Seen: 2 results for the 4 cells below, both <null>: of the first and the last.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export DOTNET_INTERACTIVE_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
dotnet tool install Microsoft.dotnet-interactive --version 1.0.712001 --tool-path "$folder/tool" >/dev/null

submit() {
  printf '{"token":"%s","commandType":"SubmitCode","command":{"code":"%s","targetKernelName":"csharp"}}\n' "$1" "$2"
}

coproc kernel { exec "$folder/tool/dotnet-interactive" stdio 2>/dev/null; }
trap 'kill "$kernel_PID" 2>/dev/null || true; rm -rf "$folder"' EXIT
until read -r -t 60 line <&"${kernel[0]}" && [[ $line == *'"KernelReady"'* ]]; do :; done

results=""
number=0
for cell in \
  'if (true) { string F() { return null; } F(); }' \
  'if (true) { System.Func<string> f = () => { return null; }; f(); }' \
  'string G() { return null; } G();' \
  'if (true) { int H() { return 5; } H(); }'; do
  number=$((number + 1))
  submit "cell$number" "$cell" >&"${kernel[1]}"
  while read -r -t 60 line <&"${kernel[0]}"; do
    [[ $line != *'"ReturnValueProduced"'* ]] || { [[ $line == *'null'* ]] && results+="$number:null "; }
    [[ $line != *'"CommandSucceeded"'*"\"cell$number\""* && $line != *'"CommandFailed"'* ]] || break
  done
done

echo "results: $results"
[[ $results == "1:null 4:null " ]] || { echo "This has changed." >&2; exit 1; }
