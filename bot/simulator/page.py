"""The chat page's files, with headers that let nothing from elsewhere run in it."""

from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

FOLDER = Path(__file__).parent / "page"
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-cache",
}


def routes() -> list[Route]:
    """The page at /, its files below /page/."""
    return [Route("/", _page), Route("/page/{name}", _file)]


async def _page(_request: Request) -> Response:
    return FileResponse(FOLDER / "index.html", headers=HEADERS)


async def _file(request: Request) -> Response:
    wanted = FOLDER / str(request.path_params["name"])
    if wanted not in FOLDER.iterdir():
        return Response("not found", 404)
    return FileResponse(wanted, headers=HEADERS)
