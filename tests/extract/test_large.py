"""Pages of 10 MB, 200,000 elements or 5,000 levels: done in linear time and within 1 GB, or rejected with a reason."""

import json
import subprocess
import sys

import pytest

P = "<p>城西老码头的三座旧仓库经过一年多的修缮，日前重新打开大门，<a href=/a>记者</a>在现场看到，原来的砖墙都保留了下来。</p>"
HEAD = "<html><head><title>老码头旧仓库</title></head><body><h1>老码头旧仓库</h1><div>2019-09-02 08:00</div>"

PAGES = {
    "10 MB of text": ("{head}" + P * 4, P, 60_000),
    "100,000 rules": ("{head}" + P * 4 + "<style>", ".a{{i}} .b{{i}}>p{color:red;display:none}\n", 100_000),
    "200,000 elements": ("{head}" + P * 4, "<li><a href=/x>今日要闻的标题</a>", 100_000),
    "200,000 elements without a block": ("{head}" + P * 4 + "<p>", "<b>字</b>，", 200_000),
    "5,000 levels": ("{head}", "<div><p>一段话，说了些事。", 5_000),
}
"""What stands before, what is repeated ({{i}} is counted), how often."""

RUN = """
import json, resource, sys, time
from qnews_scraper import restore
before, part, times = json.load(sys.stdin)
def page(n):
    return (before + "".join(part.replace("{{i}}", str(i)) for i in range(n))).encode()
def spent(n):
    body = page(n)
    begun = time.process_time()
    found = restore(body, url="http://a.example.cn/1.html")
    return time.process_time() - begun, found
spent(times // 50)
few, _ = spent(times // 8)
many, found = spent(times)
print(json.dumps([few, many, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, found.rejected, found.article.text[:60] if found.article else ""]))
"""


@pytest.mark.slow
@pytest.mark.parametrize("name", PAGES)
def test_a_large_page(name: str) -> None:
    before, part, times = PAGES[name]
    given = json.dumps([before.replace("{head}", HEAD), part, times])
    done = subprocess.run([sys.executable, "-c", RUN], input=given, capture_output=True, text=True, check=True, timeout=120)
    few, many, peak, rejected, text = json.loads(done.stdout)
    assert many < 14 * max(few, 0.05)
    assert peak < 1_000_000  # KB on Linux
    assert (rejected and ": " in rejected) or text
