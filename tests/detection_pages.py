"""Pages in known encodings, built from sentences written for this purpose, and what goes wrong with them on the way."""

import random
import re
from collections.abc import Iterator
from typing import Final

SIMPLIFIED: Final = """
本报北京五月十日电（记者赵明）国务院有关部门负责人昨天表示，今年夏粮收购价格总体平稳。
这家工厂去年投产以来，已经为当地农民提供了三百多个就业岗位。
市气象台预计，未来三天全市以多云为主，最高气温将升至三十二度。
“孩子们的笑声就是最好的回报。”退休教师王桂兰说，她每周都到社区书屋做义工。
警方提醒广大市民，凡是要求先交保证金的招聘广告，十有八九是骗局。
比赛进行到第八十七分钟，替补上场的小将头球破门，全场沸腾。
专家指出，房价涨幅回落并不意味着市场已经见底，购房者仍需理性。
据统计，上半年全省货物进出口总额同比增长百分之六点四，民营企业贡献突出。
地铁六号线二期工程今天上午正式开工，预计四年后建成通车。
医院门诊大厅里，志愿者正在帮助老人使用自助挂号机。
受台风影响，沿海多个县市的中小学停课一天，渔船全部回港避风。
这部讲述戈壁护林员故事的影片，将于下月在全国公映。
双方就扩大双边贸易和人文交流深入交换了意见，并签署合作备忘录。
股市早盘小幅高开，随后震荡走低，截至收盘沪指跌零点八个百分点。
村里的老戏台修好了，每逢初一十五，方圆十里的乡亲都赶来听戏。
新学期开学第一课，消防员走进教室，教孩子们如何逃生自救。
考古人员在墓葬中发现了保存完好的漆器和竹简，年代约为战国晚期。
我国自主研制的深海探测器成功下潜到四千五百米，取回样品若干。
""".strip().split("\n")

TRADITIONAL: Final = """
行政院昨日召開記者會，宣布明年起調高基本工資，約有一百八十萬名勞工受惠。
氣象局表示，鋒面今晚通過，北部及東北部地區將有短暫陣雨。
這家老字號麵店開業六十年，第三代老闆堅持每天清晨手工揉麵。
港鐵公司公布，新線首日載客量達十二萬人次，運作大致順暢。
立法會議員質詢時指出，公屋輪候時間過長，政府應加快覓地建屋。
警方呼籲民眾切勿點擊來歷不明的簡訊連結，以免個人資料外洩。
縣長視察災區後說，將儘速修復聯外道路，讓居民早日返家。
國際油價連續三週下跌，經濟學者認為通膨壓力可望減輕。
職棒總冠軍賽今晚開打，兩隊先發投手都是本土新秀。
圖書館推出夜間閱讀活動，邀請作家與讀者分享創作歷程。
""".strip().split("\n")

JAPANESE: Final = """
政府は来年度の予算案を閣議決定し、子育て支援に重点を置く方針を示した。
気象庁によると、台風は週末にかけて本州に接近する見込みです。
駅前の商店街では、地元の高校生が考えたパンが人気を集めている。
新しい図書館が来月オープンし、夜九時まで利用できるようになる。
サッカー日本代表は後半に二点を挙げ、逆転で初戦を勝利で飾った。
""".strip().split("\n")

KOREAN: Final = """
정부는 내년도 예산안을 확정하고 육아 지원에 중점을 두겠다고 밝혔다.
기상청은 이번 주말 전국에 많은 비가 내릴 것으로 내다봤다.
새 도서관이 다음 달 문을 열어 밤 아홉 시까지 이용할 수 있게 된다.
축구 대표팀은 후반에 두 골을 넣으며 첫 경기를 승리로 장식했다.
""".strip().split("\n")

FRENCH: Final = """
Le président a présenté hier la réforme de l'école, très attendue par les élèves et leurs parents.
La météo prévoit des averses dès dimanche, surtout près de la côte.
Créé à l'été 1998, le musée a déjà reçu plus d'un million de visiteurs.
""".strip().split("\n")

GERMAN: Final = """
Die Bürgermeisterin eröffnete gestern die größte Bücherei der Stadt.
Für Fußgänger wird die Brücke während der Arbeiten gesperrt, heißt es.
""".strip().split("\n")

RUSSIAN: Final = """
Правительство утвердило бюджет на следующий год и увеличило расходы на школы.
По прогнозу синоптиков, в выходные в столице пройдут сильные дожди.
Новая библиотека откроется в следующем месяце и будет работать до девяти вечера.
""".strip().split("\n")

_WORDS: Final = re.compile(r"[^\x00-\x7f，。、；：？！“”‘’（）《》「」『』\s]+")
_PAGE: Final = """<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html><head>
<meta http-equiv="Content-Type" content="text/html; charset={label}" />
<title>{title}</title>
<link rel="stylesheet" type="text/css" href="/css/main_2011.css" />
<script type="text/javascript">var pageId = {number}; function go(u) {{ window.location.href = u; }}</script>
</head><body>
<div class="nav"><a href="/">{nav}</a></div>
<div id="content">
{body}
</div>
<div class="footer">Copyright &copy; 2011</div>
</body></html>
"""


def page(rng: random.Random, sentences: list[str], label: str, size: int) -> str:
    """A page of about `size` characters whose head claims `label`."""
    paragraphs: list[str] = []
    length = 0
    while length < size:
        text = "".join(rng.choice(sentences) for _ in range(rng.randrange(1, 5)))
        paragraphs.append(f'<p style="text-indent:2em;font-size:14px">{text}</p>')
        length += len(paragraphs[-1])
    first = rng.choice(sentences)
    return _PAGE.format(label=label, title=first[:18], nav=first[:4], number=rng.randrange(10**6), body="\n".join(paragraphs))


def damaged(rng: random.Random, body: bytes, flips: int = 5) -> bytes:
    """Cut off somewhere in the second half, some bytes beyond ASCII flipped."""
    cut = bytearray(body[: rng.randrange(len(body) // 2, len(body))])
    places = [i for i, byte in enumerate(cut) if byte > 0x7F]
    for at in rng.sample(places, min(flips, len(places))):
        cut[at] ^= 1 << rng.randrange(8)
    return bytes(cut)


def words(rng: random.Random, sentences: list[str], length: int, count: int) -> Iterator[str]:
    """Stretches of `length` characters without punctuation."""
    found = [w[i : i + length] for s in sentences for w in _WORDS.findall(s) for i in range(len(w) - length + 1)]
    return iter(rng.sample(found, min(count, len(found))))


def mixed_by_line(rng: random.Random, sentences: list[str], lines: int, other: str) -> tuple[str, bytes]:
    """Lines each in UTF-8 or in `other`, and the text they should give."""
    chosen = [rng.choice(sentences) for _ in range(lines)]
    return "\n".join(chosen), b"\n".join(s.encode(rng.choice(("utf-8", other))) for s in chosen)


def mixed_in_sentence(rng: random.Random, sentences: list[str], outer: str, inner: str) -> tuple[str, bytes]:
    """A sentence in `outer` with a phrase of 3 to 9 characters in `inner`."""
    sentence = rng.choice(sentences)
    start = rng.randrange(3, len(sentence) - 12)
    end = start + rng.randrange(3, 10)
    return sentence, sentence[:start].encode(outer) + sentence[start:end].encode(inner) + sentence[end:].encode(outer)
