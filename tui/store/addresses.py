"""When two addresses are the same feed."""

from urllib.parse import urlsplit


def same(url: str) -> str:
    """Return what the addresses of one feed share: scheme, `www.`, default port, last slash and fragment don't count.

    An address that cannot be read stands for itself.
    """
    text = url.strip()
    try:
        parts = urlsplit(text if "://" in text else f"//{text}")
        host = (parts.hostname or "").removeprefix("www.")
        port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    except ValueError:
        return text
    query = f"?{parts.query}" if parts.query else ""
    return f"{host}{port}{parts.path.rstrip('/')}{query}" if host else text.rstrip("/")
