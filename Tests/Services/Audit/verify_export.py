"""Verifies an audit export with nothing of the portal's code: Python's standard library and the openssl command.

    python3 verify_export.py FOLDER PUBLIC_KEY.pem

Exit code 0 only when every row is canonical, in place, chained and in time order, and every checkpoint is signed by the key over the root of the rows
that it covers.
"""
import base64
import hashlib
import json
import pathlib
import subprocess
import sys
import tempfile


def leaf(row):
    return hashlib.sha256(b"\x00" + row).digest()


def root(hashes):
    if len(hashes) < 2:
        return hashes[0] if hashes else hashlib.sha256(b"").digest()
    half = 1 << ((len(hashes) - 1).bit_length() - 1)
    return hashlib.sha256(b"\x01" + root(hashes[:half]) + root(hashes[half:])).digest()


def signed(body, signature, key):
    with tempfile.NamedTemporaryFile() as text, tempfile.NamedTemporaryFile() as proof:
        text.write(body), text.flush(), proof.write(signature), proof.flush()
        command = ["openssl", "dgst", "-sha256", "-verify", key, "-signature", proof.name, text.name]
        return subprocess.run(command, capture_output=True).returncode == 0


def problems(folder, key):
    rows = (folder / "audit.ndjson").read_bytes().split(b"\n")
    if rows.pop() != b"":
        yield "the last row is cut off"
    previous, time, hashes = "0" * 64, "", []
    for place, row in enumerate(rows):
        entry = json.loads(row)
        if json.dumps(entry, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode() != row:
            yield f"row {place} is not canonical"
        if (entry["seq"], entry["prev"]) != (place, previous) or entry["at"] < time:
            yield f"row {place} does not follow the one before"
        hashes.append(leaf(row))
        previous, time = hashes[-1].hex(), entry["at"]
    checkpoints = sorted(folder.glob("cp-*"))
    if not checkpoints:
        yield "there is no checkpoint"
    for file in checkpoints:
        body, _, note = file.read_bytes().partition(b"\n\n")
        lines = body.decode().split("\n")
        size = int(lines[1])
        if size > len(rows) or size != int(file.name[3:]) or base64.b64encode(root(hashes[:size])).decode() != lines[2]:
            yield f"{file.name} covers other rows"
        if not signed(body + b"\n", base64.b64decode(note.split(b" ")[-1]), key):
            yield f"{file.name} is not signed by this key"


found = list(problems(pathlib.Path(sys.argv[1]), sys.argv[2]))
print("\n".join(found) or "PASS")
sys.exit(1 if found else 0)
