"""A news site on loopback with everything that goes wrong on the way from a server."""

import gzip
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

SENTENCES = (
    "市质监局昨日召开质量强市工作会议，市领导出席会议并作了重要讲话，要求各部门抓好落实。",
    "会议指出，要进一步完善质量工作机制，使产品质量、服务质量和工程质量都有明显提升。",
    "据了解，全市已有三百多家企业参加了今年的质量提升活动，其中八成是中小企业。",
    "一位企业负责人告诉记者，政府提供的免费检测服务让他们少走了许多弯路。",
    "下一步，有关部门将加强监督检查，对不合格的产品一律依法处理，并及时向社会公布结果。",
)


def article_html(name: str, *, charset: str = "utf-8", head: str = "", tail: str = "", sentences: tuple[str, ...] = SENTENCES) -> str:
    """A plain news page whose body no other name shares."""
    body = "".join(f"<p>　　{name}消息：{s}</p>" for s in sentences)
    return (
        f'<!DOCTYPE html><html lang="zh-CN"><head><meta charset="{charset}"><title>{name}质量强市总动员 - 某地新闻网</title>{head}</head><body>'
        f'<div class="nav"><a href="/">首页</a> <a href="/news/">新闻</a></div><h1>{name}质量强市总动员</h1>'
        f'<div class="info">2011-08-05 14:27:00　来源：某地日报</div><div class="content">{body}</div>{tail}'
        f'<div class="footer">版权所有</div></body></html>'
    )


class Site(ThreadingHTTPServer):
    """Serves paths from `answer`; remembers what was asked and when."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, robots: str = "", pace: float = 0.0) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.robots = robots
        self.robots_status = 200 if robots else 404
        self.pace = pace
        self.asked: list[tuple[float, str, str]] = []
        self.url = f"http://127.0.0.1:{self.server_address[1]}"

    def count(self, path: str) -> int:
        return Counter(p for _, p, _ in self.asked)[path]


class Handler(BaseHTTPRequestHandler):
    server: Site
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.server.asked.append((time.monotonic(), self.path, self.headers.get("User-Agent", "")))
        path, _, _ = self.path.partition("?")
        name = path.strip("/")
        match name.split("/"):
            case ["robots.txt"]:
                time.sleep(4 if self.server.robots_status == 0 else 0)
                self.send(self.server.robots.encode(), "text/plain", self.server.robots_status)
            case ["a", *_]:
                time.sleep(self.server.pace)
                self.send(article_html(name.replace("/", "")).encode(), "text/html; charset=utf-8")
            case ["gbk"]:
                self.send(article_html("东莞", charset="utf-8").encode("gbk"), "text/html; charset=utf-8")
            case ["lostbyte"]:
                self.send(article_html("惠州").encode("gbk").replace("让".encode("gbk"), "让".encode("gbk")[:1], 1), "text/html")
            case ["moved"]:
                self.redirect("/a/target")
            case ["cookie"] if "seen=1" in self.headers.get("Cookie", ""):
                self.send(article_html("曲奇").encode(), "text/html")
            case ["cookie"]:
                self.redirect("/cookie", ("Set-Cookie", "seen=1"))
            case ["loop"]:
                self.redirect("/loop")
            case ["ping"]:
                self.redirect("/pong")
            case ["pong"]:
                self.redirect("/ping")
            case ["missing"]:
                self.send(article_html("找不到").encode(), "text/html", 404)
            case ["broken"]:
                self.send(b"oops", "text/html", 500)
            case ["slow"]:
                time.sleep(4)
                self.send(article_html("迟到").encode(), "text/html")
            case ["drip"]:
                self.head(200, "text/html", 100_000)
                for _ in range(40):
                    self.wfile.write(b"<p>")
                    time.sleep(0.1)
                self.close_connection = True
            case ["bomb"]:
                self.send(gzip.compress(b"<p>" + b" " * 40_000_000), "text/html", 200, ("Content-Encoding", "gzip"))
            case ["zipped"]:
                self.send(gzip.compress(article_html("压缩").encode()), "text/html", 200, ("Content-Encoding", "gzip"))
            case ["short"]:
                whole = article_html("断线").encode()
                self.head(200, "text/html; charset=utf-8", len(whole) + 5_000)
                self.wfile.write(whole[:-20])
                self.close_connection = True
            case ["image"]:
                self.send(b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "image/png")
            case ["empty"]:
                self.send(b"", "text/html")
            case ["private"]:
                self.send(article_html("禁止").encode(), "text/html")
            case ["refresh"]:
                head = '<meta http-equiv="refresh" content="0;url=/a/spam">'
                self.send(article_html("刷新", head=head).encode(), "text/html")
            case ["list"]:
                links = '<a href="/a/1#top">一</a><a href="a/2">二</a><a href="/about">关于</a><a href="/list/2">下一页</a>'
                stray = '<a href="http://other.example/a/3">外</a><a href="http://[bad">坏</a><a>无</a>'
                self.send(f"<html><body>{links}{stray}</body></html>".encode("gbk"), "text/html; charset=gbk")
            case ["list", "2"]:
                self.send('<html><body><a href="/a/2">二</a><a href="/a/4">四</a><a href="/list">上一页</a></body></html>'.encode(), "text/html")
            case ["list", "odd"]:
                links = "/a/1 2.html", "/a/3\n4.html", "\\a\\5.html", " /a/6?k=质量&amp;s=%D6%CA\\ 2#x ", "/a/质.html"
                body = "".join(f'<a href="{link}">文</a>' for link in links)
                self.send(f"<html><body><p>{SENTENCES[0]}</p>{body}</body></html>".encode("gbk"), "text/html; charset=gb2312")
            case ["list", "none"]:
                self.send(b"<html><body><a href='/about'>x</a></body></html>", "text/html")
            case ["oldlist"]:
                self.redirect("/moved/to/")
            case ["moved", "to"] | ["%E6%96%B0%E9%97%BB"]:
                self.send(b'<html><body><a href="/a/1">1</a> <a href="/a/2">2</a></body></html>', "text/html")
            case ["pager", number]:
                here = int(number)
                pages = "".join(f'<a href="/pager/{n}">{n}</a>' for n in range(max(1, here - 4), min(here + 5, 12)))
                self.send(f'<html><body><a href="/a/{here}">{here}</a>{pages}</body></html>'.encode(), "text/html")
            case ["long"]:
                tail = '<div class="pages"><b>1</b> <a href="/long_2">2</a> <a href="/long_3">3</a> <a href="/long_2">下一页</a></div>'
                self.send(article_html("长文上", tail=tail).encode(), "text/html")
            case ["long_2"]:
                tail = '<div class="pages"><a href="/long">1</a> <b>2</b> <a href="/long_3">3</a> <a href="/long_3">下一页</a></div>'
                self.send(article_html("长文中", tail=tail).encode(), "text/html")
            case ["long_3"]:
                tail = '<div class="pages"><a href="/long">1</a> <a href="/long_2">2</a> <b>3</b></div>'
                self.send(article_html("长文下", tail=tail).encode(), "text/html")
            case _:
                self.send(b"<html><body>nothing here</body></html>", "text/html", 404)

    def send(self, body: bytes, content_type: str, status: int = 200, *headers: tuple[str, str]) -> None:
        self.head(status, content_type, len(body), *headers)
        self.wfile.write(body)

    def redirect(self, to: str, *headers: tuple[str, str]) -> None:
        self.head(302, "text/html", 0, ("Location", to), *headers)

    def head(self, status: int, content_type: str, length: int, *headers: tuple[str, str]) -> None:
        self.send_response(status)
        for key, value in (("Content-Type", content_type), ("Content-Length", str(length)), *headers):
            self.send_header(key, value)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Quiet."""


@contextmanager
def served(robots: str = "", pace: float = 0.0) -> Iterator[Site]:
    site = Site(robots, pace)
    thread = threading.Thread(target=site.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        site.shutdown()
        site.server_close()
        thread.join(5)


def site_file(folder: Path, url: str, **more: str) -> Path:
    """A site file for the server on loopback; `more`: keys to add or to put in place of its own, as TOML."""
    path = folder / "loopback.toml"
    told = {"domains": '["127.0.0.1"]', "lists": f'["{url}/list"]', "list_pages": '"/list"', "articles": '"/a/|/long$"'} | more
    path.write_text("".join(f"{key} = {value}\n" for key, value in told.items()), "utf-8")
    return path
