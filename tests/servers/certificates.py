"""Certificates as sites have them: a good one, and every way in which one is not to be trusted."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import trustme

FAULTS = ("expired", "wrong-name", "unknown-authority")


@dataclass(frozen=True)
class Certificates:
    """Files in PEM, in one folder: `good.pem` and `good.key`, and so on."""

    folder: Path

    @property
    def authority(self) -> Path:
        """What to trust (SSL_CERT_FILE) so that the good one is good."""
        return self.folder / "authority.pem"


def issue(folder: Path) -> Certificates:
    """Write a good certificate for loopback, and one for each of `FAULTS`."""
    folder.mkdir(parents=True, exist_ok=True)
    made = Certificates(folder)
    authority = trustme.CA()
    authority.cert_pem.write_to_path(str(made.authority))
    began, ended = datetime(2020, 1, 1, tzinfo=UTC), datetime(2020, 2, 1, tzinfo=UTC)
    _write(folder, "good", authority.issue_cert("localhost", "127.0.0.1"))
    _write(folder, "expired", authority.issue_cert("localhost", "127.0.0.1", not_before=began, not_after=ended))
    _write(folder, "wrong-name", authority.issue_cert("somewhere-else.example"))
    _write(folder, "unknown-authority", trustme.CA().issue_cert("localhost", "127.0.0.1"))
    return made


def _write(folder: Path, name: str, certificate: trustme.LeafCert) -> None:
    certificate.private_key_pem.write_to_path(str(folder / f"{name}.key"))
    (folder / f"{name}.pem").write_bytes(b"".join(part.bytes() for part in certificate.cert_chain_pems))
