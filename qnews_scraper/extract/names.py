"""What a name looks like in print: a person's, an outlet's."""

import re
from typing import Final

from qnews_scraper.text.readings import spelt_as
from qnews_scraper.text.words import is_word, words

HAN: Final = "\u4e00-\u9fff"
_RARE: Final = frozenset("水昌凤鳳贝貝经經诸諸滑家弓牧山蓬仰秋暴韶怀懷从從咸籍能苍蒼双雙扶却寿壽通别充习習鱼魚慎终終步弘广廣东東沃蔚越融空毋养養须須后後红紅益")
"""Family names that begin words far oftener: they count behind a label only."""
SURNAMES: Final = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由萧傅赖洪丘阎常闫缑郄钮隗恽逄濮荀撒桓竺萨"
    "張劉陳楊黃趙吳孫馬羅鄭謝許韓馮鄧蔣葉蘇魏呂盧薑鍾譚陸範賈韋鄒龍陶賀顧龔萬錢嚴湯莊聶魯齊喬龐顏倪歐關蘭俞寧紀畢單裴駱藍靳鮑喻饒農繆簡車項連蘆麥婁竇黨宮費衛應閔鄔邊師時欒榮鞏邝談勞樓滿聞厲區闞權強帥盤練豐計晉門雲來況鮮銀賓幹陰堯陽莊鐘岳游曾湯溫塗祿閻鄺臺蕭賴薩閆華儲叢惲荊藺諶遲鈕闕淩顔緱"
    "贠訾宓酆仉妫钭訚郗綦翦鄂厍佴笪谯褟隽亓郦庾贲邴糜羿汲蓟莘璩郏宦暨殳夔乜蒯贡堵宰巢酈賁薊郟貢"
)
"""First characters of common family names, Simplified and Traditional (names in print, first four hundred by frequency)."""

COMPOUND: Final = ("欧阳", "歐陽", "司马", "司馬", "上官", "诸葛", "諸葛", "皇甫", "尉迟", "尉遲", "慕容", "令狐", "宇文", "司徒", "夏侯", "长孙", "長孫", "公孙", "公孫", "东方", "東方", "端木", "轩辕", "軒轅", "第五", "南荣", "南榮", "羊舌", "呼延", "濮阳", "濮陽", "淳于", "太叔", "申屠", "赫连", "赫連", "澹台", "澹臺", "万俟", "闻人", "聞人", "宗政", "钟离", "鍾離", "鲜于", "鮮于", "闾丘", "閭丘", "仲孙", "仲孫", "独孤", "獨孤", "完颜", "完顏", "纳兰", "納蘭", "拓跋", "东郭", "東郭", "南宫", "南宮", "西门", "西門", "漆雕", "乐正", "樂正", "公冶", "司空", "巫马", "巫馬", "相里", "公羊", "谷梁", "穀梁", "段干", "子车", "子車", "颛孙", "顓孫", "微生", "左丘", "梁丘", "壤驷", "壤駟", "公西", "夹谷", "夾谷", "百里", "东门", "東門", "南门", "南門")

_JAPANESE: Final = frozenset("佐藤 铃木 鈴木 高桥 高橋 田中 伊藤 渡边 渡邊 渡辺 山本 中村 小林 加藤 吉田 山田 山口 松本 井上 木村 斋藤 斎藤 齋藤 清水 山崎 中岛 中島 池田 阿部 桥本 橋本 石川 山下 小川 石井 后藤 後藤 冈田 岡田 近藤 前田 藤田 远藤 遠藤 青木 坂本 村上 太田 金子 藤井 福田 西村 三浦 竹内 中川 冈本 岡本 松田 原田 中野 小野 田村 藤原 中山 石田 小岛 小島 和田 森田 内田 柴田 酒井 宫崎 宮崎 横山 高木 安藤 宫本 大野 小山 今井 高田 丸山 增田 増田 河野 藤本 村田 武田 上野 杉山 千叶 菅原 久保 松井 野口 岩崎 木下 佐野 松尾 野村 菊地 菊池 渡部 大塚".split())
"""The most frequent family names of two characters in Japan, in its script and China's."""

_RUNS_ON: Final = r"^(?:从|昨|今|在|获悉|了解|日前|近日|走访|采访|来到|看到|发现|獲|随|也|就|电|问|對|对|的|看|在)"
"""How a sentence goes on behind 记者."""
_NO_NAME: Final = (
    r"^(?:出版|发布|發布|更新|编辑|編輯|校对|校對|版式|组版|排版|美编|审核|審核|监制|監製|主编|主編|总编|美编|责编|责任|记者|記者|报道|報道|報導|综合|綜合|网络|佚名|未知|匿名|责任|通讯员|通訊員|摄影|攝影|图文|文图|文圖|来源|來源|日期|时间|字号|作者|讯|电|新闻|实习|实习生|责任编辑|責任編輯|admin|Admin|管理员|本报|本網|本报讯|发布时间|发表于|点击|浏览|阅读|评论|专栏|整理|采访|攝|摄|文|图|"
    r"关闭|關閉|打印|公告|通知|公示|通告|纠错|糾錯|信箱|出处|出處|在线|网友|互联网|转载|官方|小编|编者|本站|暂无|不详|无|原创|原創|首发|見習|见习|特约|首席|楼主|樓主|版主|博主|群主|游客|web|webmaster|editor|root|system|user|guest|test|手记|札记|记事|簡介|简介|专访|專訪|撰|采写|採訪|采访|口述|讲述|我有话说|Staff|By|Updated|Published|And)$|"
    r"(?:在线|報刊|报|報|网|網|社|频道|頻道|电视台|電視台|新闻|新聞|公司|中心|集团|集團|学院|學院|学校|大学|大學|委员会|办公室|记者团|课题组|小组|小組|团队|團隊|研究院|研究所|工作室|法院|检察院|医院|醫院|团委|小学|中学|編輯|编辑|编辑部|編輯部|編集部|報導|报道|報道|专电|部|局|杂志|周刊|週刊|客户端|公众号|管理员?|警方|窗口|本页|整理|整合|编译|表示|介绍|介紹|获悉|獲悉|了解|从|昨日|今日|近日|发现|發現)$"
)
NO_NAME: Final = re.compile(f"{_NO_NAME}|{_RUNS_ON}")
_NO_PEN_NAME: Final = re.compile(_NO_NAME)


def is_person(name: str) -> bool:
    """Whether a value of <meta name=author> looks like a person and not like a site, a number or an address."""
    return 2 <= len(name) <= 40 and not re.search(r"\d|://|www\.|\.(?:com|cn|tw|net|org)|[_|@]", name.lower()) and not NO_NAME.search(name) and (
        " " in name if name.isascii() else not re.search(f"[{HAN}]", name) or (len(name) <= 4 and name[0] in SURNAMES) or ("·" in name and is_han_name(name))
    )


_WIRE: Final = re.compile(r"(?i:reuters|bloomberg|agence france-presse|afp|ap|upi|xinhua|kyodo|yonhap|bernama)|.*\b(?i:agency|press|news|network|daily|weekly|institute|university|magazine)|(?:The )?(?:Washington|New York|Huffington|Financial|Global|Straits|Japan|Bangkok|Jakarta|South China Morning) (?:Post|Times)")
_RANK: Final = re.compile(r"(?:.* )?(?i:staff|writer|reporter|correspondent|editor|columnist|contributor)s?")


def is_wire(name: str) -> bool:
    """Whether a name in Latin letters is that of a house and of nobody in it: Reuters, Associated Press."""
    return name.isascii() and _WIRE.fullmatch(name) is not None


def is_rank(name: str) -> bool:
    """Whether it says what somebody is and not who: AP National Writer."""
    return name.isascii() and _RANK.fullmatch(name) is not None


_NO_PERSON: Final = frozenset(
    "文化 文娱 文娛 文学 文學 文教 文旅 文摘 文艺 文藝 文明 文物 文章 金融 房产 房產 时政 時政 时尚 時尚 时评 時評 时代 時代 时事 時事 时讯 时间 時間 国际 國際 国内 國內 要闻 要聞 经济 經濟 经典 安全 教育 高清 高考 高校 方言 方案 明星 华人 "
    "党建 党政 公益 公告 公示 公开 封面 全文 全国 全國 全球 全部 全网 全媒体 关注 關注 关闭 關閉 关于 关键 查看 查询 万象 平安 农业 農業 农村 农民 项目 范文 应用 应急 相关 相關 相册 简介 简体 简报 简讯 单位 管理 施工 程序 章程 成功 成长 成绩 成績 房价 房地产 "
    "师生 师资 初审 终审 宗教 宣传 支持 支付 都市 路况 路透 车市 车讯 车型 司法 司机 康复 段子 史志 顾问 严选 施政 颜值 焦点 焦點 祝福 凌晨 童装 毕业 季度 盛典 游戏 游戲 游记 管家 艾滋 古代 古装 连载 連載 连续 党员 费用 席位 卫生 衛生 符合 "
    "解读 解讀 解放 解说 向导 鲜花 时间轴 高清图 金融界 汽车 单身 方便 明日 明天 華人 華僑 華文 華裔 華語 華府 華東 華南 華北 華中 叢書 左右 平台 和谐 储蓄 吉利 台湾 臺灣 江苏 江蘇 安徽 江西 吉林 宁夏 寧夏 云南 雲南 温州 溫州 常州 台州 柳州 荆州 池州 石家庄 黄石 黄山 黃山 安庆 安阳 常德 张家口 張家口 张家界 张掖 "
    "江门 江門 江阴 宁波 寧波 宁德 武汉 武漢 秦皇岛 包头 马鞍山 马来 巴中 乌海 乌鲁木齐 连云港 金华 金華 金昌 吉安 温岭 南京 南通 南昌 南宁 南充 南平 南阳 南方 荣成 成都 都匀 鲁网 曲靖 井冈山 龙岩 龍岩 白银 白酒 邢台 齐鲁 岳阳 阳江 欧洲 歐洲 欧盟 兰州 蘭州 焦作 梅州 "
    "蒙古 景德镇 平顶山 高雄 苗栗 金門 雲林 时报 时论 胡同 顾客 许可 何处 郭外 常识 常務 常务 米粉 车展 孔雀 黎明 谷歌 温馨 温暖 金牌 金额 元旦 党报 阳光 陽光 温度 国家 國家 国务院 國務院 国防 國防 商业 商業 商城 晚上 童话 向上 幸福 应届 池塘 党风 公元 方面 万元 成员 万象城 鲁菜 童书 农历 國語 国语 周末 周刊".split()
)
"""Sections, places and words of the bar that begin with the character of a family name."""
_OFFICE_LAST: Final = frozenset("科股課课组組室系")
"""How offices of three characters end: 農務科, 文学系."""
_NO_LAST: Final = frozenset("街巷馆館了我你他她它的吗呢么词詞完谁誰库庫吧讯訊闻險险评評企市县縣省区區镇鎮村乡版页頁条條次号號部局院校厅廳委办辦处處网網报報社台臺刊站所队隊级类式性率量费费型版")
_OUTLET_NAME: Final = re.compile(
    rf"[A-Za-z0-9{HAN}·&+]{{0,14}}(?:[{HAN}](?:[报報网網社刊]|[电電][视視]?[台臺]|广播|廣播|[台臺])|周刊|週刊|杂志|雜誌|新闻|新聞|财讯|財訊|卫视|衛視|在线|在線|线上|線上|传媒|傳媒|融媒|客户端|客戶端|发布|發佈|频道|頻道|资讯|資訊|快讯|财经|財經|观察|生活圈|公众号|日本語版|头条|頭條|周末|週末|网站|经济报道|經濟報導)"
    rf"(?:客户端|微信|公众号|官网|记者站|号)?"
)
_NO_OUTLET: Final = re.compile(
    "(?:举|(?<![广廣])播(?=[报報])|海|(?<!外)汇|通|预|情|电|警|申|墙|晨会|(?<![青少])年|上|下|官|互联|局域|联|入)[报報网網]$|(?:本|报|報|旅行|公|社|合作|出版|新)社$|(?:平|舞|阳|陽|后|後|柜|站|灶|看)[台臺]$|(?:相关|相關|更多|最新|热门|热点|滚动|推荐|视频|图片|報紙|报纸|体育|国际|国内|社会|娱乐|娛樂|本地|地方|财经|即時|今日|昨日|本报|文教|教育|藝文|文艺|生活|校園|校园|社區|社区|宗教|兩岸|两岸|財經|科技|健康|民生|綜合|综合|焦點|焦点|本市|縣市|区域|法治|农业|公司|企业|行业|部门|医院|單位)(?:新闻|新聞|资讯|財經|观察|頭條|头条)$|(?:动态|動態|公告|通知|风采|風采|专题|專題|专栏|專欄)$|^(?:新闻|新聞|财经|財經|观察|资讯|資訊|发布|發佈|在线|频道|頻道|传媒|头条|新闻中心|网站|新闻发布|信息发布|最新发布)$|"
    "^(?:记者|記者)|(?:新闻|新聞)(?:速[报報]|快讯|快訊)$|(?:新闻|信息|权威|统一|公开|正式|对外)(?:发布|發佈)$|收藏|分享|看新闻|看新聞|手机|手機|查看|点击|进入|返回|打开|关闭|订阅|下载|评论|发表|更新|欢迎"
)


def is_han_name(text: str) -> bool:
    """Whether a word by itself can be a person's name in Han characters: one of print, with a known family name, or one with a dot."""
    if "·" in text or "•" in text or "‧" in text:
        return bool(re.fullmatch(rf"(?:[{HAN}]{{1,4}}-)?[{HAN}]{{2,8}}(?:[·•‧][{HAN}]{{1,8}}(?:-[{HAN}]{{1,4}})?){{1,2}}", text)) and not NO_NAME.search(text)  # 让-皮埃尔·杜邦
    if not re.fullmatch(rf"[{HAN}]{{2,4}}", text) or NO_NAME.search(text) or text in _NO_PERSON or text[-1] in _NO_LAST or (len(text) == 3 and text[-1] in _OFFICE_LAST):
        return False
    return text.startswith(COMPOUND) and len(text) > 2 if len(text) == 4 or text[:2] in COMPOUND else text[0] in SURNAMES


_ONLY_SURNAMES: Final = frozenset("王李张刘陈赵吴徐孙郭罗梁宋郑谢冯邓曹彭曾肖董袁潘蒋蔡杜叶魏吕沈姚卢姜崔谭汪廖贾邹孟邱尹薛阎侯邵郝龚钱戴赖傅萧詹聂耿俞柯阮舒倪庞張劉陳趙吳孫羅鄭謝馮鄧蔣葉呂盧譚賈鄒龔錢聶龐蕭賴閻")
"""Characters that begin names rather than words."""
_WORD: Final = -12.5
_WORD_LIKE: Final = -7.1
"""Log-likelihood of a word of its own, and for each character of a row of words, from which on a text is no name where nothing says it is one."""
_LONG_NAME: Final = -34.0
"""The same for one of four characters."""
_LONG_NAME_OF_TWO: Final = -27.0
"""The same where the first two are a family name: no paper or column called 东方 comes below -25."""
_LONG_NAME_OF_JAPAN: Final = -29.0
"""The same where they are one of Japan: no firm, place or school called 山口 or 小林 comes below -27."""
_WORD_OR_SURNAME: Final = ("第五", "东方", "東方", "西门", "西門", "东郭", "東郭", "百里", "东门", "東門", "南门", "南門", "微生", "公羊", "相里")
"""Begin words as often as names."""


_DOT: Final = re.compile("[·•‧]")


def is_lone_name(text: str) -> bool:
    """Whether a word without a label is a person's name: one by its form, and not made of words that the language has."""
    if len(text) == 4 and re.fullmatch(f"[{HAN}]{{4}}", text) and text not in _NO_PERSON and not NO_NAME.search(text) and text[-1] not in _NO_LAST:
        if text.startswith(COMPOUND):
            return text[:2] not in _WORD_OR_SURNAME or words(text) < _LONG_NAME_OF_TWO
        return (text[0] in SURNAMES and words(text) < _LONG_NAME) or (text[:2] in _JAPANESE and words(text) < _LONG_NAME_OF_JAPAN)  # 倪雨晴岚, after both parents
    if not is_han_name(text):
        return False
    if len(parts := _DOT.split(text)) > 1:
        return len(_SOUNDS.intersection(text)) * 2 >= len(set(text)) - 1 or not all(map(is_word, parts))  # 财经·评论
    return words(text) < _WORD if text[0] in _ONLY_SURNAMES else words(text) < _WORD_LIKE * len(text)


_GIVEN_ELSEWHERE: Final = re.compile(rf"[{HAN}]{{1,4}}(?:古丽|努尔|买提|别克|吐尔逊|木拉提|多吉|卓玛|次仁|拉姆|旺姆|平措|才让|加措|顿珠|其其格|图雅|巴特尔|格日勒)|(?:古丽|古力|努尔|阿依|买买提|麦麦提|吐尔逊|扎西|央金|卓玛|次仁|旦增|丹增|巴桑|乌云|萨仁|阿古|布仁)[{HAN}]{{1,3}}")
"""What given names of Uyghurs, Kazakhs, Tibetans and Mongols begin or end with: 迪丽努尔, 扎西多吉, 乌云其其格."""


def is_unlike_words(text: str) -> bool:
    """Whether characters are no row of words, nor end as none of names does: a name with a rare family name or of another people, where a label says that names stand here."""
    if not (re.fullmatch(f"[{HAN}]{{3,8}}", text) or (len(text) == 2 and text[0] in _RARE)) or text[-1] in _NO_LAST or NO_NAME.search(text):
        return False
    return words(text) < _WORD_LIKE * len(text) or _GIVEN_ELSEWHERE.fullmatch(text) is not None


_NO_WORDS: Final = -8.0
"""For each character, where the first one begins words."""


def is_pen_name(text: str) -> bool:
    """Whether two or three characters behind a label are a name that begins as a sentence may go on: 问舟."""
    return bool(re.fullmatch(f"[{HAN}]{{2,3}}", text)) and text[-1] not in _NO_LAST and not _NO_PEN_NAME.search(text) and words(text) < _NO_WORDS * len(text)


_SPACED: Final = re.compile(rf"(?<![{HAN}])[{HAN}](?: [{HAN}])+(?![{HAN}]|\s?[/／╱∕⁄:：﹕︰∶|｜丨])")


_SPACED_GIVEN: Final = re.compile(rf"(?<=[:：])\s?(?P<family>[{HAN}]) (?P<given>[{HAN}]{{2}})(?=$|[\s、，)）|｜])")
"""：林 小小."""


_SPACED_AT_WORK: Final = re.compile(rf"(?<=[记記]者)(?P<family>[{HAN}]) (?P<given>[{HAN}])(?=[{HAN}]{{2,4}}(?:[报報][道導]|报导|[专專]?[电電])(?:[\s)）】]|$))")
"""记者夏 阳江海报道: the blank tells where the name ends, and with it the place begins."""


def unspaced(text: str) -> str:
    """A text without the blanks that print puts into names: 夏 阳 is one, 夏 阳 苏 文 are two."""
    if " " not in text:
        return text
    text = _SPACED_AT_WORK.sub(lambda found: f" {found['family']}{found['given']} " if found["family"] in SURNAMES else found[0], text)
    text = _SPACED_GIVEN.sub(lambda found: found["family"] + found["given"] if found["family"] in SURNAMES else found[0], text)
    return _SPACED.sub(_joined, text)


def _joined(found: re.Match[str]) -> str:
    chars = found[0].replace(" ", "")
    if len(chars) < 4:
        return chars
    cuts = [[chars[at : at + size] for at in range(0, len(chars), size)] for size in (2, 3) if not len(chars) % size]
    return next((" ".join(names) for names in cuts if all(map(is_han_name, names))), found[0])


def is_generic(text: str) -> bool:
    """Whether a word looks like an outlet and is none: 今日头条, 本地新闻."""
    return bool(_NO_OUTLET.search(text))


def is_outlet(text: str) -> bool:
    """Whether a word by itself names a paper, a site, an agency, a station or one of their channels."""
    return 2 < len(text) <= 20 and bool(_OUTLET_NAME.fullmatch(text)) and not _NO_OUTLET.search(text)


_SOUNDS: Final = frozenset("南桑蒙丽琳芬顿堡恩登丁伍胡佐朗凡彭庞坦唐廷文翁武逊英尤阿艾安奥巴贝本比伯博布查达丹德迪蒂杜多尔法菲费弗夫福盖格戈古哈赫亨霍基吉加杰卡凯科克肯库拉莱兰劳勒雷里利莉林卢鲁伦罗洛马玛迈曼梅米莫穆娜纳内尼努诺欧帕佩皮普奇乔琼丘让瑞萨塞森沙斯史舍什苏索塔泰特汤托图瓦万威韦维温沃乌西希谢辛休雅亚耶伊因约泽扎詹珍朱兹茨爾奧貝達蓋傑凱萊蘭勞倫羅馬瑪邁納內歐喬瓊讓薩蘇湯圖萬韋維溫烏謝亞約澤茲")
"""Characters that spell foreign names."""


def is_foreign(text: str) -> bool:
    """Whether all characters of a word are such as spell foreign names."""
    return len(text) > 4 and _SOUNDS.issuperset(text)


_ALIAS: Final = re.compile(rf"[{HAN}A-Za-z·][{HAN}\w·.&-]{{1,11}}")


def is_alias(text: str) -> bool:
    """Whether a word can be the name that someone writes under, where a label or the markup says that it names a writer."""
    return bool(_ALIAS.fullmatch(text)) and not NO_NAME.search(text) and not is_outlet(text) and text not in _NO_PERSON


_SPELT: Final = {
    char: frozenset(row.split()[1:])
    for row in (
        "陈陳 chan tan chin chen", "林 lam lim lin", "黄黃 wong ng ooi wee huang", "张張 cheung cheong teo teoh chong chang zhang", "李 lee li lei", "王 wong ong wang", "吴吳 ng goh go wu", "刘劉 lau low liew liu", "蔡 choi choy tsai chua chai chye cai", "杨楊 yeung yong yeo yang",
        "许許 hui khoo koh hsu xu", "郑鄭 cheng tay teh chang zheng", "谢謝 tse cheah chia hsieh xie", "郭 kwok kuok kwek quek kuo guo", "洪 hung ang hong", "曾 tsang chan chang tseng zeng", "邱 yau khoo chiu qiu", "廖 liu liew liao", "赖賴 lai", "徐 tsui chui chee hsu xu", "周 chow chew chau chou zhou", "叶葉 yip yap yeh ye",
        "苏蘇 so soh su", "庄莊 chong cheng chuang zhuang", "吕呂 lui loo lu", "江 kong kang chiang jiang", "何 ho hoe he", "萧蕭肖 siu seow hsiao xiao", "罗羅 law lo loh luo", "高 ko koh kao gao", "潘 poon phua pan", "简簡 kan chien jian", "朱 chu choo zhu", "钟鍾鐘 chung chong zhong", "彭 pang phang peng", "游 yau yew yu you", "翁 yung ong weng",
        "戴 tai tay dai", "范 fan hwan", "宋 sung song", "余 yu yee", "程 ching cheng", "温溫 wan woon wen", "沈 shum sim shen", "梁 leung leong neo liang", "胡 wu woo oh hu", "冯馮 fung foong pang feng", "邓鄧 tang teng deng", "关關 kwan guan", "麦麥 mak mai", "伍 ng wu", "卢盧 lo loo lu", "谭譚 tam tan", "袁 yuen yuan", "唐 tong tang", "施 sze see shih shi",
        "欧歐 au ou", "方 fong png fang", "孙孫 suen sng sun", "马馬 ma", "石 shek shi", "颜顏 ngan gan yen yan", "龙龍 lung long", "古 koo ku gu", "甘 kam gan", "汤湯 tong tang", "陆陸 luk loke lu", "姚 yiu yeo yao", "魏 ngai gooi wei", "韩韓 hon han", "董 tung dong", "骆駱 lok luo",
    )
    for char in row.split()[0]
}  # fmt: skip
"""How families spell their names in Latin letters: in Mandarin, Cantonese, Hokkien and Hakka, as Hong Kong, Taiwan and South-East Asia write them."""
LATIN_RUN: Final = r"[A-Z][A-Za-z.'’-]*(?:\s[A-Z][A-Za-z.'’-]*){0,4}"
MIXED: Final = rf"[A-Z][A-Za-z.'’-]+(?:\s[A-Z][A-Za-z.'’-]+){{0,3}}\s?[{HAN}]{{1,4}}(?![{HAN}·])|[A-Z][{HAN}]{{1,3}}(?![{HAN}])"
"""A name in both scripts that begins in Latin letters, as its form tells: Anna 许, Leo张, Rachel Tan 陈丽珊."""
GLUED: Final = rf"[{HAN}][A-Z](?:[a-z]+(?![A-Za-z·])|(?![A-Za-z·{HAN}]))"
"""尹Sam, 老K."""
_MIXED: Final = re.compile(rf"(?P<latin>{LATIN_RUN})(?P<gap>\s?)(?P<han>[{HAN}]{{1,4}})|(?P<family>[{HAN}])(?P<given>[A-Z][a-z]*)")


def is_spelt_as(latin: str, name: str) -> bool:
    """Whether a word of a name in Latin letters spells the family name of one in Han characters: Rachel Tan, 陈丽珊."""
    spelt = _SPELT.get(name[0], frozenset())
    return any(word.lower() in spelt or name[0] in spelt_as(word.lower()) for word in latin.split())


def is_mixed_name(text: str) -> bool:
    """Whether a word is a person's name in both scripts: a Latin given name with a Han family name before or behind it, or one name written twice."""
    if not (found := _MIXED.fullmatch(text)):
        return False
    if found["family"]:
        return found["family"] in SURNAMES or found["family"] in "阿小老"
    name = found["han"]
    if len(name) == 1:
        return name in SURNAMES and " " not in found["latin"]
    return is_han_name(name) and (not found["gap"] or is_spelt_as(found["latin"], name))


_GIVEN: Final = re.compile("[A-Z][a-z]{2}")
"""What a given name has and IT or APP has not."""


def is_lone_mixed(text: str) -> bool:
    """Whether a word without a label is a name in both scripts: Leo张, and not Auto 车."""
    return is_mixed_name(text) and _GIVEN.search(text) is not None and (text[-2] != " " or text[-1] in _ONLY_SURNAMES)


_NICKNAME: Final = re.compile(f"[老小阿大](?P<family>[{HAN}])")


def is_nickname(text: str) -> bool:
    """Whether a word is a family name as friends call it: 老秦, 阿罗."""
    found = _NICKNAME.fullmatch(text)
    return found is not None and found["family"] in SURNAMES
