#!/usr/bin/env python3
"""Breaks each promise on purpose and runs the tests that carry its mark: one of them has to fail.

Works on a copy of the checkout in a folder of its own. All breaks are built in at once, each behind a question to the variable MUTANT, so that one
build serves all. Usage: Tests/Mutants/run.py FOLDER [CLAUSE...]. Exit code 1 when a break is not noticed.
"""
import os, re, shutil, subprocess, sys

here = os.path.dirname(os.path.abspath(__file__))
root = os.path.dirname(os.path.dirname(here))


def blocks():
    for block in re.split(r"^== ", open(os.path.join(here, "mutants.txt"), encoding="utf-8").read(), flags=re.M)[1:]:
        head, body = block.split("\n", 1)
        name, file = head.split()
        before, after = body.rstrip("\n").split("\n--\n")
        yield name, file, before, after


def build(folder):
    os.makedirs(folder)
    files = subprocess.run(["git", "ls-files", "-z"], cwd=root, check=True, capture_output=True, text=True).stdout
    for file in files.split("\0")[:-1]:
        copy = os.path.join(folder, file)
        os.makedirs(os.path.dirname(copy), exist_ok=True)
        shutil.copy(os.path.join(root, file), copy)
    for name, file, before, after in blocks():
        path = os.path.join(folder, file)
        text = open(path, encoding="utf-8").read()
        if text.count(before) != 1:
            sys.exit(f"{name}: {file} has the text {text.count(before)} times: {before.strip()}")
        question = f'System.Environment.GetEnvironmentVariable("MUTANT") == "{name}"'
        open(path, "w", encoding="utf-8").write(text.replace(before, after.replace("MUTANT", question)))
    subprocess.run(["dotnet", "build", "Tests", "-p:RunAnalyzersDuringBuild=false", "-p:TreatWarningsAsErrors=false", "-verbosity:quiet", "-nologo"], cwd=folder, check=True)


def broken(folder, name):
    clause = name.split(".")[0]
    run = subprocess.run(["./artifacts/bin/Tests/debug/PrivacyPortal.Tests", "-noColor", "-trait", f"clause={clause}", "-trait-", "pace=thorough"],
                         cwd=folder, env={**os.environ, "MUTANT": name}, capture_output=True, text=True)
    total = re.search(r"Total: (\d+), Errors: (\d+), Failed: (\d+)", run.stdout)
    return (int(total[1]), int(total[2]) + int(total[3])) if total else (0, 0)


folder, wanted = os.path.abspath(sys.argv[1]), sys.argv[2:]
if not os.path.isdir(folder):
    build(folder)
names = list(dict.fromkeys(name for name, *_ in blocks()))
unnoticed = []
print("| break | file | tests of the clause | fail |\n| --- | --- | --- | --- |")
for name in (name for name in names if not wanted or name in wanted):
    total, failed = broken(folder, name)
    where = ", ".join(dict.fromkeys(os.path.basename(file).split(".")[0] for other, file, *_ in blocks() if other == name))
    print(f"| {name} | {where} | {total} | {failed} |", flush=True)
    if failed == 0:
        unnoticed.append(name)
print(f"\n{len(names) if not wanted else len(wanted)} breaks, not noticed: {', '.join(unnoticed) or 'none'}")
sys.exit(1 if unnoticed else 0)
