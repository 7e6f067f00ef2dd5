"""News speaks of comments, rights and channels too: its sentences stay wherever they stand, and furniture goes. All lines are of own writing."""

import pytest

from qnews_scraper.extract import extract
from qnews_scraper.options import Options
from qnews_scraper.page import Page
from qnews_scraper.tree import parse

BODY = [
    "9月的第一天，红旗乡中心小学的孩子们在崭新的操场上举行了升旗仪式。这是该校建校六十年来第一块塑胶操场。",
    "过去，孩子们的体育课只能在泥地上进行。“一下雨，跑几步鞋就粘满了泥。”五年级学生小梅说。",
    "校长介绍，操场从立项到完工历时两年，资金由县里拨款和乡亲们捐助两部分组成，其中捐款最少的只有五元钱。",
    "施工队长老周就是本村人。他没有要一分钱工钱，只提了一个要求：等操场建好，让他的孙子跑第一圈。",
]
ENGLISH_BODY = [
    "The village school opened its first running track on Monday, sixty years after it was founded.",
    "Pupils used to train on bare earth. “When it rained we came home covered in mud,” said one of them, aged eleven.",
    "The headteacher said that half of the money came from the county, and half from villagers, one of whom gave five yuan.",
    "The foreman was born in the village. He asked for no pay, only that his grandson should run the first lap.",
    "Officials said that three more schools would follow next year.",
]

SENTENCES = [
    "民警介绍，骗子先添加受害人微信，再以投资为名骗取钱财。",
    "此事引起广泛关注，不少网友在微博上留言支持。",
    "公司将下载客户端的用户分为三类，分别给予补贴。",
    "嫌疑人群发诈骗短信，发送对象多为老年人。",
    "返回北京后，他立即向单位作了汇报。",
    "关闭这家工厂以后，附近的河水变清了。",
    "打印出来的材料堆了半人高，村干部一份一份地核对。",
    "收藏家老周把这批旧报纸捐给了图书馆。",
    "照片中，小女孩站在校门口，笑得很开心。",
    "图片显示，桥面已经出现明显裂缝。",
    "未经村民同意，任何单位不得占用操场。",
    "未经许可，任何人不得擅自使用他人的照片。",
    "法院认定，该网站转载文章未注明来源，侵犯了著作权。",
    "评论认为，这是一次有益的尝试。",
    "声明指出，双方将继续保持沟通。",
    "声明：本人王平不慎遗失会计证一本，声明作废。",
    "遗失声明：青山镇好邻居超市遗失营业执照副本，声明作废。",
    "分享会上，三位作家谈了各自的写作经历。",
    "推荐阅读是这所学校坚持了十年的做法。",
    "最新消息显示，救援人员已经抵达现场。",
    "相关部门表示，将尽快查明原因。",
    "更多的孩子因此有了自己的操场。",
    "编辑部收到了上百封读者来信。",
    "作者在书中写道：“那是最难忘的一个夏天。”",
    "记者张强在现场看到，道路已经恢复通行。",
    "来源于民间的捐款占了总数的一半。",
    "上一页日历停在了八月，教室里空无一人。",
    "网友评论说，这样的操场早就该有了。",
    "热门话题往往来得快，去得也快。",
    "“关注留守儿童，不能只靠一时的热情。”校长说。",
    "责任编辑老李说，稿子改了七遍。",
    "小周登录网站后，输入了自己的用户名和密码。",
    "据介绍，8月5日上午10:30，工程正式完工。",
    "2019年12月31日，最后一批设备运抵学校。",
    "点击量超过百万的视频，让这所小学出了名。",
    "本报记者采访时，工人们正在铺设跑道。",
    "他说：“好。”",
    "“来吧！”",
    "微信公众号文章中的这些说法并不可靠，专家提醒读者不要轻信。",
    "加入微信群后，她被要求先交押金。",
    "微博上有人发起投票，八成网友表示支持。",
    "“请大家立即下载客户端完成登记。”社区工作人员挨家挨户通知。",
    "新闻发布会将于明天上午举行。",
    "版权局负责人表示，将加大打击盗版的力度。",
    "作品版权归属问题，一直是双方争论的焦点。",
    "网站须取得许可证方可经营。",
    "资料图书馆里，常年坐满了备考的学生。",
    "摄影师老陈拍了三百多张照片。",
    "文/图并茂的课本受到孩子们的欢迎。",
    "评论区里，家长们纷纷点赞。",
    "2012年1月，学校开始筹建操场。",
    "1月8日，记者再次来到学校。",
    "昨天上午10:30，操场正式启用。",
    "来源不明的捐款，学校一律不收。",
    "时间回到六十年前，这里还是一片荒坡。",
    "更新设备花去了大半经费。",
    "阅读课上，孩子们读起了新书。",
    "浏览器里存着他写了一半的稿子。",
    "日期一改再改，直到九月才定下来。",
    "他在博客中写道：操场，是孩子们的第一课。",
    "下载量突破一百万次，开发者却高兴不起来。",
    "上一条路修了三年，这一条只用了一年。",
    "转载这篇文章的，还有十几家报纸。",
    "据本报此前报道，学校曾三次申请经费。",
    "本报讯 昨日，红旗乡中心小学的新操场启用。",
    "小学的网站也同步改版，新增了家长留言栏目。",
    "推荐他的人，是当年的班主任。",
    "“谢谢！”",
    "有家长问：“什么时候能用？”",
    "第一，要保证质量；第二，要按时完工。",
    "原来，老周的儿子也曾在这里读书。",
    "广告牌被大风刮倒，所幸无人受伤。",
    "相关链接被删除后，仍有人把截图发到群里。",
]

ENGLISH_SENTENCES = [
    "Video footage showed the man running towards the river.",
    "Images of the flood spread quickly on social media.",
    "Photos taken by residents show cracks in the bridge.",
    "Follow the river north and you reach the old mill.",
    "Subscribe rates fell by half after the price went up.",
    "Comments from readers were mostly positive, the editor said.",
    "Share prices fell sharply on Monday.",
    "Sign up rates doubled in the first week, the company said.",
    "Loading docks were empty when inspectors arrived.",
    "Related charges were dropped in March.",
    "Watch dogs have warned about the practice for years.",
    "Latest figures show a rise of 4 per cent.",
    "Popular opinion has turned against the plan.",
    "Copyright law protects the photographs for 70 years.",
    "The firm uses cookies baked by local volunteers.",
    "Advertisement spending rose by a fifth, the report said.",
    "She joined us on Facebook to discuss the case.",
    "Her privacy policy proposals were rejected.",
    "Reporting by local journalists had prompted the inquiry.",
    "More news from the region is expected on Friday.",
    "By Monday evening the road had been cleared.",
    "Read more books, the teacher told them.",
    "It opened in 1956.",
    "Photo of the year went to a villager.",
    "Advertising on the site was banned in May.",
    "Tags were attached to every tree.",
    "Join us, he said, and they did.",
    "Next year the school will build a library.",
    "Posted on every door was the same notice.",
    "Published in 1956, the book is out of print.",
    "Updated plans were shown to the council on Friday.",
    "Source code was released a week later.",
    "Pictures from the scene showed smoke over the valley.",
    "Newsletter readers were the first to notice the mistake.",
    "The terms of use were changed without notice, users said.",
    "On Nov. 12, 2019, the track was opened.",
    "At 10:30 the bell rang for the first time.",
    "Tweets about the match reached a record.",
    "Read the full report, the minister urged, before you judge it.",
    "More than 300 pupils took part.",
    "Like us, they had to wait for hours.",
    "Show me the money, he said.",
    "Most read it as a warning.",
    "The company's cookies are sold in 30 countries.",
    "Topics discussed included pay and hours.",
    "Follow-up talks are planned for Monday.",
]

FURNITURE = [
    "责任编辑：王一",
    "【责任编辑：王一】",
    "（编辑：王一）",
    "本文来源：青山网 责任编辑：王一",
    "原标题：旧题目",
    "标签：学校 操场",
    "关键词：教育 体育",
    "分享到：微信 微博 QQ空间",
    "扫一扫 分享到朋友圈",
    "关注青山网官方微信",
    "更多精彩内容，请关注青山网微信公众号。",
    "声明：本文仅代表作者观点，不代表本网立场。",
    "版权声明：凡本网注明来源为青山网的作品，未经授权不得转载。",
    "免责声明",
    "上一篇：旧操场的故事",
    "下一篇：新学期第一课",
    "相关阅读",
    "网友评论",
    "我要评论(0)",
    "发表评论",
    "[1] [2] 下一页",
    "首页 上一页 1 2 3 下一页 尾页",
    "【打印】【关闭】",
    "打印本页",
    "返回顶部",
    "收藏本文",
    "点击排行",
    "举报电话：010-12345678",
    "本站文章如有侵权，请联系我们删除。",
    "欢迎下载青山新闻客户端，随时查看最新消息。",
    "（记者 王一）",
    "来源：青山网",
    "广告",
    "Copyright © 2001-2020 青山网 版权所有",
    "責任編輯：王一",
    "未經授權，請勿轉載。",
    "按讚加入青山網粉絲團",
    "2019-08-30 城北书店开张",
]

ENGLISH_FURNITURE = [
    "Share this article",
    "Follow us on Twitter for more stories.",
    "Subscribe to our newsletter.",
    "Sign up for our daily newsletter.",
    "Related articles",
    "Read more",
    "Tags: school, sport",
    "Filed under: Education",
    "Leave a comment",
    "3 comments",
    "Copyright 2019 Green Hill News. All rights reserved.",
    "This material may not be published, broadcast, rewritten or redistributed.",
    "Advertisement",
    "About the author",
    "Next article",
    "Click here to subscribe.",
    "Reporting by Ann Lee; editing by Bo Chan",
    "Photo: Ann Lee",
    "Image credit: Ann Lee",
    "Get the latest news in your inbox.",
    "You may also like...",
]


def body(lines: list[str], lang: str) -> list[str]:
    said = "".join(f"<p>{line}</p>" for line in lines)
    if lang == "en":
        head = "<html lang=en><head><title>A new track for a village school | Green Hill News</title></head><body><nav><a href=/>Home</a></nav><article><h1>A new track for a village school</h1><p>By Ann Lee</p><p>September 2, 2019</p>"
        text = f"{head}{said}</article><footer>Copyright 2019</footer></body></html>"
    else:
        head = "<html><head><title>山村小学迎来新操场_青山网</title></head><body><div><a href=/>首页</a></div><h1>山村小学迎来新操场</h1><div>2019-09-02 08:00 来源：青山网</div>"
        text = f"{head}<div class=c>{said}</div><div>版权所有 青山网</div></body></html>"
    return extract(parse(text), Page(text=text), Options()).text.split("\n")


CASES = [*((s, BODY, "zh") for s in SENTENCES), *((s, ENGLISH_BODY, "en") for s in ENGLISH_SENTENCES)]
ENDS = [*((s, BODY, "zh") for s in FURNITURE), *((s, ENGLISH_BODY, "en") for s in ENGLISH_FURNITURE)]


@pytest.mark.parametrize(("sentence", "around", "lang"), CASES, ids=[c[0] for c in CASES])
def test_a_sentence_stays_wherever_it_stands(sentence: str, around: list[str], lang: str) -> None:
    for at in (0, 1, len(around) - 1, len(around)):
        lines = [*around[:at], sentence, *around[at:]]
        assert body(lines, lang) == lines, at


@pytest.mark.parametrize(("line", "before", "lang"), ENDS, ids=[c[0] for c in ENDS])
def test_furniture_goes(line: str, before: list[str], lang: str) -> None:
    assert body([*before, line], lang) == before
