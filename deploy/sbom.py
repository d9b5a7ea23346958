#!/usr/bin/env python3
"""Writes the portal's bill of materials as CycloneDX 1.6 JSON, from the lock files alone: what a locked restore brings, with the hash it is checked against.

    python3 deploy/sbom.py > portal.cdx.json
"""
import base64
import json
import os
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SHIPPED = ["App", "Components", "Services"]


def components(projects):
    found = {}
    for project in projects:
        with open(os.path.join(ROOT, project, "packages.lock.json"), encoding="utf-8") as file:
            lock = json.load(file)
        for packages in lock["dependencies"].values():
            for name, package in packages.items():
                if package["type"] != "Project":
                    found[(name, package["resolved"])] = package
    return found


def main():
    packages = components(SHIPPED)
    versions = {name.lower(): version for name, version in packages}
    ref = lambda name, version: f"pkg:nuget/{name}@{version}"
    listed, depends = [], []
    for (name, version), package in sorted(packages.items(), key=lambda one: one[0][0].lower()):
        component = {"type": "library", "bom-ref": ref(name, version), "name": name, "version": version, "purl": ref(name, version)}
        if "contentHash" in package:
            component["hashes"] = [{"alg": "SHA-512", "content": base64.b64decode(package["contentHash"]).hex()}]
        listed.append(component)
        needs = [ref(other, versions[other.lower()]) for other in package.get("dependencies", {}) if other.lower() in versions]
        depends.append({"ref": ref(name, version), "dependsOn": sorted(needs)})
    bom = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": {"type": "application", "bom-ref": "privacyportal", "name": "PrivacyPortal"}},
        "components": listed,
        "dependencies": depends,
    }
    json.dump(bom, sys.stdout, indent=1)
    sys.stdout.write("\n")


main()
