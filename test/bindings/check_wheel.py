"""Prints as JSON what a wheel says of itself, after checking that it holds the files that it lists, unchanged."""

import base64
import csv
import email
import hashlib
import io
import json
import sys
import zipfile

with zipfile.ZipFile(sys.argv[1]) as archive:
    assert archive.testzip() is None
    names = archive.namelist()
    record = next(name for name in names if name.endswith(".dist-info/RECORD"))
    rows = list(csv.reader(io.StringIO(archive.read(record).decode())))
    assert sorted(row[0] for row in rows) == sorted(names)
    for name, digest, size in rows:
        if name != record:
            content = archive.read(name)
            assert digest == "sha256=" + base64.urlsafe_b64encode(hashlib.sha256(content).digest()).decode().rstrip("=")
            assert int(size) == len(content)
    metadata = email.message_from_bytes(archive.read(record.replace("RECORD", "METADATA")))

print(
    json.dumps(
        {
            "name": metadata["Name"],
            "version": metadata["Version"],
            "python": metadata["Requires-Python"],
            "requires": metadata.get_all("Requires-Dist"),
        }
    )
)
