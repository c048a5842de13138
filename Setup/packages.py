"""The table of data packages, and where they go."""
import os
from typing import NamedTuple

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
TABLE = os.path.join(ROOT, "Sources", "PatchworkCommand", "Packages", "packages.tsv")


class Package(NamedTuple):
    """One row of the table; its columns are documented there."""

    id: str
    kind: str
    version: str
    install: str
    licence: str
    credit: str
    wheel: str
    wheel_version: str
    sha256: str
    flags: str
    folder: str
    keep: str
    notices: str
    into: str
    sums: str

    @property
    def title(self):
        return f"{self.id} {self.version}"


def read_packages(path=TABLE):
    """The table's rows in file order; a column may be added at the end without harm."""
    with open(path, encoding="utf-8") as file:
        lines = [line.rstrip("\n") for line in file if line.strip() and not line.startswith("#")]
    columns = lines[0].split("\t")
    packages = []
    for line in lines[1:]:
        fields = dict(zip(columns, line.split("\t"), strict=True))
        packages.append(Package(**{name: fields[name] for name in Package._fields}))
    return packages


def words(field):
    """The words of a field; `-` stands for none."""
    return [] if field == "-" else field.split()


def data_folder(environment=os.environ):
    """PATCHWORK_DATA, else the XDG data folder, else ~/.local/share, as `patchwork` itself looks."""
    if environment.get("PATCHWORK_DATA"):
        return os.path.abspath(environment["PATCHWORK_DATA"])
    base = environment.get("XDG_DATA_HOME", "")
    if not os.path.isabs(base):  # the XDG rule: a relative path is ignored
        base = os.path.join(environment.get("HOME") or os.path.expanduser("~"), ".local", "share")
    return os.path.join(base, "patchwork")
