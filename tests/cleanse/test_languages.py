"""Pages in Korean and Japanese, and strangers' lines in a script that is not the page's. All synthetic."""

import pytest

from qnews_scraper.trust import Trust

from .pages import PARAGRAPHS, TITLE, page
from .strangers import JA_ARTICLE, links
from .test_illnesses import cleansed, read

KOREAN = ("강변 마을의 오래된 돌다리가 어제 예정보다 일찍 수리를 마쳤다.", "특히 불법 온라인 카지노와 토토 광고가 다리 난간에 붙어 있다는 신고가 세 배로 늘었다.", "읍장은 사람만 다리를 건널 수 있다고 말했다.", "주민들은 아침부터 다리 앞에서 개통을 기다렸다.")


def test_a_korean_sentence_is_no_list_of_keywords() -> None:
    tree, removals = cleansed(page(paragraphs=KOREAN))
    assert [r for r in removals if r.trust is not Trust.SUSPECT] == []
    assert KOREAN[1] in read(tree)


@pytest.mark.parametrize("own", [(KOREAN[0], *KOREAN[2:]), PARAGRAPHS], ids=["Korean", "Chinese"])
def test_an_english_sentence_of_a_pharmacy_below_a_page_in_another_script(own: tuple[str, ...]) -> None:
    text = read(cleansed(page("<p>Order generic Cialis 20mg no rx, worldwide shipping.</p>", paragraphs=own))[0])
    assert "Cialis" not in text
    assert [line for line in own if line not in text] == []


def test_a_sentence_in_korean_stays_on_a_page_of_many_short_lines() -> None:
    menu = "".join(f"<li><a href=/{at}>{name}</a></li>" for at, name in enumerate(("정치", "문화", "사회", "지역", "스포츠", "오피니언", "날씨", "사람들") * 4))
    alien = f"<p>ルイヴィトン 財布 激安通販 {links(('www.lanque-shop.example', '正規品'))}</p>"
    text = read(cleansed(page(alien, top=f"<ul>{menu}</ul>", paragraphs=KOREAN))[0])
    assert [line for line in KOREAN if line not in text] == []
    assert "激安" not in text


def test_pictographs_among_words_that_advertise_in_japanese() -> None:
    text = read(cleansed(page(f"<p>🎰スロット🎰パチスロ必勝 {links(('www.lanque-hissho.example', '出会い系💋無料'))}</p>", paragraphs=JA_ARTICLE))[0])
    assert "スロット" not in text
    assert [line for line in JA_ARTICLE if line not in text] == []


def test_a_menu_in_korean_with_the_papers_opinions_stays() -> None:
    menu = " | ".join(f"<a href=/{at}>{name}</a>" for at, name in enumerate(("정치", "문화", "사회", "지역", "스포츠", "오피니언")))
    assert "오피니언" in read(cleansed(page(top=f"<div><b>강변신문</b> {menu}</div>", paragraphs=KOREAN))[0])


def test_a_short_description_in_korean_goes_with_a_title_of_a_casino() -> None:
    source = page(title="카지노사이트 추천 먹튀검증 업체", description="바카라 필승법 공개", keywords="강변신문,정치,경제", paragraphs=(KOREAN[0], *KOREAN[2:])).replace(TITLE, "강변 마을의 오래된 돌다리 다시 열려")
    text = read(cleansed(source)[0])
    assert [word for word in ("카지노", "바카라") if word in text] == []
    assert "강변신문,정치,경제" in text
