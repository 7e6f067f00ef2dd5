
"""What the furniture of news pages says, in Simplified, Traditional and English: facts for weighing and trimming lines."""

import re
from functools import lru_cache
from typing import Final

SENTENCE: Final = re.compile("[，。！？；：、…,.;:!?](?:(?<![,.;:!?])|(?=\\s|$|[”\"’')]))")
"""Marks that running text has and menus do not."""

STAMPS: Final = frozenset(["原创", "原創", "转载", "轉載", "独家", "獨家", "置顶"])
"""What a site stamps on a headline, in the same line."""

_STOPS: Final = "。！？”」．.!?\""
_LABELLED: Final = re.compile("[^，。！？,.!?“\"「]{0,12}(?<!\\d)[:：](?!\\s*[“\"「])")


def is_sentence(text: str) -> bool:
    """Whether a line is a sentence as articles have them: it ends like one, and does not begin with a label and a colon."""
    return text[-1] in _STOPS and not text.endswith("...") and not _LABELLED.match(text)


_LEGAL: Final = re.compile(
    r"版权(?:所有|均属|声明|聲明)|本(?:报|報|网|網|站|刊|社|台|臺)(?:保留一切|保留所有|保留全部)版?(?:权利|權利)|版權(?:所有|均屬|声明|聲明)|著作[權权](?:所有|声明|聲明)|copyright\s*(?:©|\(c\)|\d{4}|by|reserved|所有)|©|all rights reserved|icp备|icp備|icp证|网络传播视听|网安备|增值电信|经营许可证(?=\s*(?:编?号|[:：a-z0-9(（]|[京津沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川贵云陕甘青蒙藏宁新]b?\d?)|$)|许可证编号|信息服务许可证|"
    r"转载请注明|轉載請註明|转载必究|轉載必究|侵权必究|侵權必究|翻印必究|翻版必究|违者必究|違者必究|转载目的在于传递|不代表(?:本(?:网|站|报|刊|公司|網|報)|\S{1,8}(?:立场|立場)$)|不构成(?:任何)?投资建议.{0,16}$|不構成(?:任何)?投資建議.{0,16}$|与本(?:网|站)无关|與本(?:網|站)無關|本(?:网|站)(?:声明|不承担|不对)|"
    r"股市有风险，|投资有风险，(?:入市|选择)|广告声明[:：]|均包含本声明|风险声明[:：]|風險聲明[:：]|免责(?:声明|聲明)|免責(?:声明|聲明)|郑重(?:声明|聲明)|鄭重(?:声明|聲明)|特别(?:声明|聲明)|违法和不良信息|仅提供信息存储|用户上传并发布|原创标注|"
    r"本网注明[“\"]?来源|凡本(?:网|站|報|报)(?:注明|註明)|并不(?:意味着|代表)(?:赞同|本)|並不(?:意味着|代表)(?:赞同|本)|仅代表(?:作者|网友|其)|僅代表(?:作者|網友|其)|网友评论仅供|"
    r"this material may not be published|this entry was posted (?:on|in|by) |our cookies|accept(?: all)? cookies|these cookies|subject to copyright|todos os direitos reservados|derechos reservados|tous droits réservés|alle rechte vorbehalten|無断(?:転載|複製)|все права защищены"
)
_LEGAL_WORDS: Final = re.compile(
    r"举[报報](?<!监督..)(?:电话|電話|邮箱|郵箱)\s*[:：](?!.*。\s*$)|舉[报報](?<!監督..)(?:电话|電話|邮箱|郵箱)\s*[:：](?!.*。\s*$)|版权归|版權歸|著作[權权](?:归|歸|為|为)|"
    + "".join(rf"{no}经.{{0,14}}(?:授权|许可|同意|允许).{{0,30}}(?:不得|禁止|严禁|请勿)|{no}經.{{0,14}}(?:授權|許可|同意|允許).{{0,30}}(?:不得|禁止|嚴禁|請勿)|" for no in "未非")
    + r"知识共享.{0,24}(?:许可|授权|协议)|知識共享.{0,24}(?:許可|授權|協議)|创用cc|創用cc|姓名标示|姓名標示|署名-非商业|转载(?:须|需|应)经.{0,10}(?:同意|授权|许可)|轉載(?:須|需|應)經.{0,10}(?:同意|授權|許可)|转载.{0,14}(?:为|在于)(?:了)?传[播递]|轉載.{0,14}(?:為|在於)(?:了)?傳[播遞]|对(?:该|本|此)(?:稿件|文|文章|内容).{0,12}(?:疑问|异议|质疑)|风险自[负担]|風險自負|跟[贴帖](?:读取|可同步)|网友评论[仅只]|用户评论[仅只]|"
    r"如(?:有|因|涉及)(?:侵权|版权|作品内容|侵權|版權)|terms of (?:use|service)|privacy policy|uses? cookies|use of cookies|without (?:prior|express|written|the written) (?:written )?permission|may be reproduced without"
)
_FOR_READING: Final = re.compile(
    r"[^\w“\"「]{0,3}(?:(?:(?:温馨|溫馨|友情|特别|特別)?提[示醒]|说明|說明|注|附注|声明|聲明|note|disclaimer)\s?[:：]\s?)?(?:(?:(?:本|以上|上述|此)(?:文|文章|[内內]容|[资資][讯訊料]|信息|[观觀][点點])|本[站网網](?:[所的]?[\u4e00-\u9fff]{0,6})(?:知[识識]|[内內]容|文章|[资資][讯訊料]|信息))(?:的?(?:[内內]容|[观觀][点點]))?\W?[仅僅只](?:供|作|为|為)\S{0,10}(?:参考|參考|交流|[学學][习習]|分享|科普|之用)|"
    r"(?:this|the) (?:article|post|information|content|material|blog|column)s?(?: \S+){0,6}? (?:is|are) (?:provided |intended )?(?:only )?for (?:general |educational |informational?|reference|guidance))"
)
"""How a line begins that says what a text is to be used for: 本文仅供交流学习之用."""
_HOUSE: Final = re.compile(
    r"本[网站报社刊網報文]|本作品|转载|轉載|转发|摘编|摘編|链接|連結|刊载|复制|镜像|我[们們]|联系|聯絡|\b(?:our|we|this|you|your)\b.{0,40}\b(?:site|website|use|policy|material|content|cookies|document)|reproduced|redistributed|republished"
)
"""Where a line speaks of the house itself and of what its readers may do."""
_CHANNEL: Final = re.compile("专页|專頁|粉絲|公众号|公眾號|官方网站|官方網站|官网|脸书|臉書|微信|微博|客户端|手机报|手機報|二维码|快讯|快訊|电子报|電子報|頻道|频道|facebook|google\\s?plus|line|telegram|短信")
_JOIN: Final = re.compile(f"(?:关注|關注|按讚|按赞|点赞|like|加入|订阅|訂閱|订制|下载|下載|扫|歡迎|欢迎|立即|马上|登陆|登陸|发送|發送|添加|提供免费).{{0,40}}(?:{_CHANNEL.pattern})")
_FOLLOW: Final = re.compile(
    r"sign up.{0,60}(?:newsletter|inbox|email|e-mail|alerts)|subscribe.{0,60}(?:newsletter|inbox|email|e-mail|alerts)|in your inbox|follow (?:us|him|her|me|\S+) @|"
    + "|".join(rf"{verb} (?:us|him|her|me|\S+ \S+) on (?:twitter|facebook|instagram|telegram)" for verb in ("follow", "like", "join"))
    + r"|click here to (?:get|sign|subscribe|read)|reached? at \S+@|contact .{2,40} at \S+@|may be reached at|support (?:our|independent) journalism|we(?<=\bwe)(?:'|’)re hiring|download (?:our|the) app"
)
# All of these are for lower case, and each alternative begins with a letter of its own: only so does `re` skip in C
# to where one may begin. With re.I, or behind a group, it tries every alternative at every character, ten times as long.


_BEYOND: Final = re.compile("[©\u0400-\u04ff\u3400-\u9fff]")
"""What phrases that are not in ASCII have: typographic quotes, as English lines have, are in none."""
_LEGAL_SIGNS: Final = ("right", "droits", "cookies", "terms of ", "privacy", "permission", "reproduced", "material may", "entry was", "direitos", "derechos", "rechte")
_FOLLOW_SIGNS: Final = ("@", "inbox", "subscribe", "sign up", " on twitter", "facebook", "instagram", "telegram", "click here", "re hiring", "reached at", "support ", "download ", "google", "line")
"""Every phrase in ASCII has one of these; most lines have none."""
# Weighing, trimming and the byline ask about the same lines, and footers are the same on all pages of a site.
_ASKS: Final = ("炒股就看", "subscribe to ", "sign up for ", "sign up to ", "sign up here")
_READER: Final = re.compile(
    r"^(?!.{0,14}[后後时時]，)[^\w“\"「]{0,3}(?:想|更多|欢迎|歡迎|请|請|快来|快來|立即|马上|长按|長按|扫|点击|點擊|按讚|按赞|点赞|关注|關注|加入|订阅|訂閱|下载|下載|添加|like|发送|發送|登陆|登陸)|本[报報站网網刊]|我[们們]|官方|粉絲|粉丝团|小编|小編"
)
"""How an invitation begins, or whom it speaks for: news speaks of channels too, but of other people's."""

_TIPS: Final = re.compile("|".join(f"{known}.{{0,6}}[线線]索" for known in ("掌握", "提供", "有关", "知悉", "发现", "發現")) + "|举[报報](?:电话|電話)|舉[报報](?:电话|電話)")
"""What the police, an office or a reporter asks the public for."""
_CLICK: Final = re.compile(r"[点點][击擊](?:[上下]方|[左右][上下]角|文末|进入|進入|查看|閱讀|阅读)\S{0,14}(?:蓝字|藍字|关注|關注|订阅|訂閱|专题|專題|频道|頻道|专区|專區|原文|详情|詳情)[^，。]{0,8}$")
"""What a line asks to click: 点击上方蓝字关注我们."""


@lru_cache(maxsize=512)
def is_legal(text: str) -> bool:
    """Whether a line speaks of rights, liability or licences of the house; a sentence of a news text on rights does not."""
    low = text.lower()
    is_ascii = text.isascii()
    if (is_ascii or not _BEYOND.search(low)) and not any(map(low.__contains__, _LEGAL_SIGNS)):
        return is_ascii and low.startswith(("th", "note", "disc")) and _FOR_READING.match(low) is not None
    return bool(_LEGAL.search(low)) or (("仅" in text or "僅" in text or "只" in text) and bool(_FOR_READING.match(low))) or (bool(_LEGAL_WORDS.search(low)) and (not is_sentence(text) or bool(_HOUSE.search(low))))


@lru_cache(maxsize=512)
def invites(text: str) -> bool:
    """Whether a line invites to follow the site elsewhere; no part of an article where it stands at its ends."""
    low = text.lower()
    if ((text.isascii() or not _BEYOND.search(low)) and not any(map(low.__contains__, _FOLLOW_SIGNS))) or (is_sentence(text) and _TIPS.search(text)):
        return False
    return low.startswith(_ASKS) or (low[0] in "点點" and bool(_CLICK.match(low))) or bool(_FOLLOW.search(low) or (_CHANNEL.search(low) and _JOIN.search(low) and _READER.search(low)))


END: Final = re.compile(
    r"^[\s\W_]*(?:"
    r"(?:本文|文章|稿件|新闻)?\s*(?:责任|責任|本[文版期]|值班|网络|網路|網絡|执行|主|审核|见习|實習|实习|新媒体|本期|文字|图片)?\s*(?:编辑|編輯|编审|責編|责编|总编|總編|监制|監製|校对|审稿|编译)\s*[:：/／|｜丨]|责任编辑|責任編輯|"
    r"(?:本文|文章|新闻|新聞|稿件|信息|資料|资料)\s*(?:来源|來源|出处|链接(?=\s*[:：]\s*(?:[A-Za-z]|$))|地址|网址|網址|标签|關鍵字|关键词)\s*[:：]|原文链接|原文標題|原标题[:：]|原题[为：:]|"
    r"(?:网友|網友|我要|我来|发表|發表|最新|查看(?:全部|更多)?|用户|已有|参与|添加|共有|全部|热门|热评|精彩|讀者|读者|会员|我有)\s*\d*\s*(?:条|人)?\s*(?:评论|評論|留言|跟帖|回應|回应|发言|討論|话说|話說|说两句)|评论\s*[(（\d]|回應[(（]|已有\s*\d+\s*[条人位]|(?:[请請]先?)?登[录錄入][后後](?:才?(?:能|可以?|[发發]表)){0,2}(?:[评評][论論]|留言|回[复覆])|文明上[网網]\W?理性|"
    r"(?:上|下)一?个?(?:页|頁|篇|文章|条|條|则|則)|(?:[前后後]一[篇条條则則]|[上下]一(?:[组組](?:[图圖]片?)?|[图圖]集|[张張]|主[题題]))\s?[:：]|[前次]の(?:記事|ページ)|ページの先頭|文章录入|(?:首页|首頁)\W*上一?[页頁]|\[?1\]?\s*\[?2\]?\s*(?:\[?3\]?|下一)|本文共分\s*\d+\s*页|"
    r"分享(?:到|至|给|此|本|工具|按鈕|让更多|：|:)|分享$|一[键鍵]分享|(?:加入收藏|[设設][为為]首[页頁])\W*(?:$|加入收藏|[设設][为為]首[页頁])|推荐到|推薦到|转发(?:到|至|分享)|轉寄|收藏(?:本|此|$)|打印(?:本|此|$)|列印|關閉視窗|关闭窗口|【?(?:关闭|返回|打印|收藏|大\s*中\s*小)|我要(?:纠错|分享|收藏)|纠错|"
    r"(?:相关|相關)?(?:标签|標籤|关键字|關鍵字|关键词|關鍵詞|字詞|字词|話題|话题|Tags?|TAG|Keywords)\s*[:：]|"
    r"(?!(?:遗失|遺失)?(?:声明|聲明)\s*[:：][^。]{0,60}(?:遗失|遺失|丢失|丟失|作废|作廢))(?:声明|聲明|免责|免責|郑重|特别声明|版权(?:声明|所有|归)|版權(?:聲明|所有))\s*[:：】]?|凡本[网站]|本[网站](?:声明|注明)|"
    r"[★☆※]《?[^，。：]{2,12}》?(?:提醒|關心|关心)您|放大\W{0,3}[缩縮]小|(?:扫一扫|扫描(?:二维码|下方)|长按|识别二维码|关注(?:公众号|微信|我们|本报)|微信公众号|官方微信|客户端下载|下载客户端|APP下载|點擊加入|按讚|加入\S{0,8}粉絲)|"
    r"(?:分类|分類|[栏欄]目)\s?[:：].{0,40}(?:[阅閱][读讀]|[浏瀏][览覽]|[评評][论論]|留言|回[复覆應应])\s?[(（:：]?\s?\d|END\W*$|进入\W?\w{2,10}(?:吧|论坛|股吧)\W?(?:参与)?讨论|(?:(?:顶|踩|赞|点赞|喜欢|喜歡|阅读|閱讀|浏览|瀏覽|收藏|下载|下載|分享|打印|评论|转发|推荐|举报)\W*+(?:\d++\W*+)?){3,}+$|"
    r"(?:热词|点击排行|排行榜|人气排行|新闻排行|今日热点|一周热|点击量|閱讀排行|顶部|回到頂部|返回顶部|返回首页|回首頁|回上一頁|回上頁)|"
    r"Share (?:this|on)|Follow (?:us|@|\S+ on)|Sign up|Subscribe|Comments?\s*(?:\(\d+\))?$|\d+ comments?$|Comments? on (?:this|the) (?:story|article|post|page)\b|Be the first to (?:comment|reply)|(?:Post|Leave|Add|View|Show|Read) (?:a |\d+ |the |all |your )?(?:reply|comments?)|Have your say\b|Tags?\s*(?::|$)|Filed under|Topics\s*:|Tagged|"
    r"Copyright|©|Next (?:article|post|story)|Previous (?:article|post|story)|Loading|About the author|Have a tip\?|Get the latest|Click here to|Join our|This (?:article|story) (?:was|has been) (?:originally|first) published|Originally published|This (?:article|story|piece|column|report) (?:first |originally )?appeared (?:in|on)|(?:点击|點擊)?(?:展[开開](?:阅读)?(?:全文|更多|剩余)|[阅閱][读讀]全文|[查显顯]?[看示]全文|余下全文)\W*$|建[议議]使用.{2,30}(?:[浏瀏][览覽]器|解析度|分辨率)|最佳[浏瀏][览覽]"
    r")",
    re.I,
)
"""How the first line after an article begins, whatever follows it."""

SIGNED: Final = re.compile(
    r"^\W{0,2}(?:(?:本[报報网網刊]|特约|實習|实习|见习|[\u4e00-\u9fff]{2,6}[报報网網社台臺](?:客户端|新媒体|全媒体|融媒体?)?)?(?:记者|記者|通讯员|通訊員)\s*[:：]?\s*[\u4e00-\u9fff]{2,4}|(?:文|(?:本文)?作者|撰文|撰稿|采写|编辑|編輯|责编|来源|來源|稿源|出处|摄影|图|攝影)\s*[:：/／|｜丨])[^。！？]*$|"
    r"^[(（](?![^)）]{0,4}(?:[译譯]音|音[译譯]|化名))[\u4e00-\u9fff]{2,4}(?:[、 ][\u4e00-\u9fff]{2,4})*[)）]$|^[(（](?:[\u4e00-\u9fff]{2,4}[，,]\s?)?(?:本文)?作者[\u4e00-\u9fff]{0,4}\s?(?:系|为|為|是|单位|單位|简介|：)|^[(（](?:据|據)[\u4e00-\u9fff]{2,8}[报報网網社](?:报道|報道|報導|消息|[电電讯訊])?[)）]$|^[(（][\u4e00-\u9fff]{2,14}(?:[部科处處局院委站社队隊办辦系]|中心|公司|街道|学校|學校|大学|大學|中学|中學|小学|小學)\s[\u4e00-\u9fff]{2,4}(?:[、 ][\u4e00-\u9fff]{2,4})*[)）]$|^\W{0,2}(?:本文)?作者(?:是|系|为|為)[^。！？]{2,40}$|^\W{0,2}(?:本文|此文|原文)(?:[编編]?[译譯]|[节節][选選译譯录錄]|摘[编編选選])自《[^。]{2,60}。?$|^\W{0,2}作者(?:[简簡]介|[单單]位|介[绍紹]|小[传傳])\s?[:：]|^[(（][\u4e00-\u9fff]{2,4}[，,] ?[\u4e00-\u9fff]{4,20}(?:教授|研究[员員]|[学學]者|博士生?|[讲講律][师師]|[评評][论論][员員]|媒[体體]人|作家|[教][师師]|院[长長]|所[长長])[)）]$|^【(?:记者|記者|作者|编辑|編輯)】|^[(（【\[](?:[\u4e00-\u9fff]{2,4}[、 ]?){1,3}(?:(?<= )文|[/／] ?文| ?[/／]? ?文 ?[/／、]? ?[图圖摄攝]| ?[/／]? ?[图圖] ?[/／、]? ?文)(?: [\u4e00-\u9fff]{2,4} ?[/／]? ?[图圖摄攝])?[)）】\]]$|^[(（【\[](?:文(?=[ /／|｜])|文 ?[/／、]? ?[图圖摄攝]|[图圖] ?[/／、]? ?文) ?[/／|｜]? ?(?:[\u4e00-\u9fff]{2,4}[、 ]?){1,3}(?:[图圖摄攝] ?[/／|｜]? ?[\u4e00-\u9fff]{2,4})?[)）】\]]$|^\W{0,2}(?:本文)?(?:转载自|轉載自|转自|轉自|摘自|原载|原載)\s*[:：《]|"
    r"^\W{0,2}(?:采写|撰文|撰稿人?|供稿|统筹|文字)\s*[:：/／|｜丨][^。！？]{2,30}$|"
    r"^\W{0,2}(?:责任|值班|本[版期])?(?:编辑|編輯|责编|責編|校对|校對|审核|審核|编审|监制)(?:\s[\u4e00-\u9fff]{2,4}){1,6}(?:(?<=电话|電話|[热熱][线線])\s?[:：]?\s?[\d-]{4,14})?\W?$|\W{0,2}(?:媒体|媒體|新闻|新聞|传媒|傳媒)(?:联络|联系|聯絡|聯繫|查[询詢])人?\s?[:：][^。]{2,60}$|"
    r"^[（(][\u4e00-\u9fff]{0,6}(?:记者|記者|通讯员|通訊員)\s*[:：]\s*[\u4e00-\u9fff 、]{2,20}[)）]$|^\W{0,2}(?:本文|原文|此文|本稿)(?:来自|來自|转载自|轉載自|转自|轉自|摘自|选自|選自|首发于|首發於|原载)[^。]{2,40}$|^[\u4e00-\u9fff]{2,14}[网網站台臺港心部司社线線]\s(?:制作|製作|维护|維護)$"
)
"""A last line that only names who wrote, took or brought it."""

POSTED: Final = re.compile("[发發][表布佈][于於]")
"""How boards and blogs say when a text was put up."""

TOOL: Final = re.compile(r"\W*(?:(?:我[要来來]|意见|意見|内容)?(?:[纠糾][错錯]|打印|列印|收藏|分享|[转轉][发發载載]|投稿|[点點][赞讚]|[评評][论論]|反[馈饋])(?:本[页頁文]|此[页頁文]|[页頁]面|[一我]下)?|[关關][闭閉](?:本[页頁]|[窗][口]|[窗]|[页頁]面)?|(?:返回|回到)?(?:[顶頂]部|上一?[级級頁页]|列表|首[页頁])|[扫掃]一?[扫掃]\S{0,14}|字[号號体體]\W*|[大中小](?=\W|$)|\W){1,6}")
"""A line of the bar that a reader may use: 【我要纠错】【打印】."""

NEIGHBOUR: Final = re.compile(r"\W{0,2}(?:上|下|前|后|後)一?(?:篇|[条條]|[则則]|[页頁]|[章回]|[个個](?:新闻|信息)?)(?:文章|新闻|新聞|信息|[内內]容)?\s?(?:$|[:：>》】\]])|\W{0,2}(?:Previous|Prev|Next|PREV|NEXT)(?: (?:article|post|story|page))?\s?(?:$|[:»>|])")
"""How the lines begin that lead to the article before and the one after."""

COMMENT: Final = re.compile(r"\W*(?:网友|網友|我要|发表|發表|最新|查看|用户|全部|热门|精彩|读者|讀者)?\s*\d*\s*(?:条|則|则)?\s*(?:评论|評論|留言|跟帖|回應|讨论|討論)|\W*\d*\s*comments?\b|\W*(?:网友|網友|读者|讀者|观众|觀眾)?(?:互[动動])(?:[区區]|话题|話題|交流)|\W*(?:网友|網友|[读讀]者)[迴回][響响]\W*$|\W*大家都?(?:在|怎[么麼])?[说說聊](?:些?[什甚][么麼])?\W*$", re.I)
"""How the readers' part of a page is headed."""

CREDITS: Final = re.compile(r"\W{0,2}(?:(?:[Aa]dditional|[Ww]ith) )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Ee]dited|[Cc]ompiled|[Ww]ritten) by [A-Z]|[Aa]dditional [a-z]{4,16}(?: and [a-z]{4,16})? by |(?:[A-Z][\w.'’-]+,? (?:and )?){2,9}(?:also )?contributed (?:to|reporting)\b|(?:The (?:author|writer)s? (?:is|are|was) |[A-Z]\w+(?: [A-Z]\w+){1,2} is an? \w+ (?:columnist|writer|commentator) )|\([A-Z][\w. ]{2,40} \d\d?/\d\d?/\d{4},? [Pp](?:age)? ?[A-Z]?\d+\)$")
"""The line of an agency that names all who worked on a text."""

_ADVERT: Final = re.compile(
    r"\W*(?:(?:广告|廣告)\W{1,3}(?=[请請])[请請](?:继续往下|繼續往下)[阅閱][读讀]|advert(?:isement|ising)?|ads?|sponsored|promoted|sponsored content|anzeige|publicidad|publicidade|publicité|реклама|(?:画中画|畫中畫)?(?:广告|廣告)(?:位?招租|加载失败|載入失敗|\W{1,2}[请請]?(?:继续|繼續)(?:阅读|閱讀)(?:本文)?)?|[您你]的(?:浏览器|瀏覽器)(?:不支持|不支援|(?:[还還尚])?(?:未|[没沒]有)安[装裝]|版本)[^。]{0,24}|(?:[请請您你]|[本该該此][视視][频頻])[^。？]{0,12}(?:安[装裝]|下[载載]|升[级級]|更新|支持|[启啟]用|[开開][启啟])[^。？]{0,6}Flash(?![a-z])[^。？]{0,20}|(?:sorry\W+)?your browser (?:does not|doesn['’]t) support [^.]{2,40}|(?:[视視][频頻]|影片|音[频頻]|[图圖]片|[广廣]告)?(?:正在)?(?:加[载載]|[载載]入)中\W*(?:[请請]稍[候后後等])?|推广|推廣|"
    r"[请請]?(?:继续(?:往下|下滑)阅读|繼續(?:往下|下滑)閱讀)|(?:(?:广告|廣告)(?:之?[后後]|下方)?\W{0,2}(?:[内內]容|文章|[报報][导導道]|正文)|(?:[内內]容|文章|[报報][导導道]|正文)在?(?:广告|廣告)(?:之?[后後]|下方))(?:仍|[将將]|[还還])?[会會]?[继繼][续續](?:[阅閱][读讀])?|(?:[内內]文|[内內]容|文章)(?:未完|[继繼][续續][于於在](?:广告|廣告)(?:之?[后後]|下方))(?:\W?[请請]?(?:[继繼][续續])?往下\S{1,4})?|[请請]?(?:[继繼][续續])?往下(?:滑|拉|看|[阅閱][读讀])(?:更多|[继繼][续續]\S{0,4})?|(?:story|article) continues(?: below)?(?: (?:this )?advertisement)?|scroll (?:down )?to continue(?: reading)?|continue reading the main story)\W*",
    re.I,
)


def is_advert(text: str) -> bool:
    """Whether a line is nothing but the label of an advertisement, or says that the text goes on below one."""
    return bool(_ADVERT.fullmatch(text))


FOOT: Final = re.compile(
    "本(?:网站|網站|站|[网報报社刊台臺網])(?:所|的|由|不|稿|自|[^，。]{0,8}(?:观点|觀點|立场|立場))|(?:主办|主辦|承办|承辦|协办|技术支持|技術支援)(?:单位|單位)?\\s?[:：]|知识产权|智慧財產|(?:书面|書面)(?:授权|授權|許可|许可)|浏览器|瀏覽器|分辨率|解析度|"
    "[报報爆]料(?:热线|熱線|电话|電話)|第\\s?\\d+\\s?位|(?:请|請|可)加微信|(?:商务|商務)合作|(?:感谢|感謝|欢迎|歡迎).{0,8}(?:订阅|訂閱|投稿|来稿|來稿)|(?:[来來投][稿函信])[^。]{0,8}(?:[请請须須])(?:[註注附]明|附上|[写寫]明)|本[报報刊版栏欄](?:保留|有)[^，。]{0,4}(?:[删刪][改节節]|修改)|文[责責]自[负負]|(?:邮编|郵遞區號|电子信箱|(?:编辑部|新闻|报料|投稿|爆料)(?:热线|电话|邮箱|信箱))\\s?[:：]"
)
"""What the house says of itself below an article, in a block of its own: an article may speak so too."""

_FILING: Final = re.compile("(?:索引[号號]|发文[字机][号关]|文号|[发發][布佈](?:机构|機構|单位|單位|部门|部門)|(?:主题|信息|体裁)分类|(?:生成|成文|发布|公开|发文)日期|公开(?:方式|时限)|主题词|关键词|有效性|字体|打印)\\s?[:：]?")
"""The labels of an office's table of information."""


def is_filing_label(text: str) -> bool:
    """Whether a cell of an office's table of information is a label."""
    return bool(_FILING.fullmatch(text))


def is_filing(text: str) -> bool:
    """Whether a line is the row in which an office says how it has filed a paper."""
    return text.count(":") + text.count("：") > 1 and "。" not in text and len(_FILING.findall(text)) > 2


CONTACT: Final = re.compile(r"\W{0,2}(?:新闻|新聞|广告|监督|服务|投稿|投诉)?(?:热线|熱線|电话|電話|传真|邮编|郵編|地址|邮箱|信箱|E-?mail|QQ)\s*[:：]", re.I)
"""How a line of the house's own address begins."""

INVITE: Final = re.compile(r"^[\s\W_]*(?:Share|Follow|Sign up|Subscribe|Click here|Join|Get the latest|Loading|分享|关注|關注|扫|长按|按讚|微信|收藏|打印|转发|加入)", re.I)
"""Those of them that also stand between paragraphs."""

PROMOTION: Final = re.compile("(?:下载|下載|安装|安裝|打开|打開|用).{0,12}(?:客户端|客戶端|APP|应用)|客户端.{0,30}下载|【?(?:点击|點擊|立即|马上|扫码|掃碼)(?:投票|下载|下載|报名|報名|领取|領取|参与|參與|购买|订阅|預約|预约)|免费(?:试玩|领取|试用)|抽奖|抽獎|[请請][继繼][续續](?:往下|下滑)[阅閱][读讀]", re.I)
"""What a box above an article offers."""

RELATED: Final = re.compile(
    r"^[\s\W_]*(?:"
    r"(?:相关|相關|同类|同類|延伸|更多|推荐|推薦|热门|熱門|最新|精彩|猜你|其他|其它|近期|关联|關聯|图片|圖片|今日|本周|编辑|編輯|往期|新闻|新聞|媒体|大家|其他人|你可能|您可能|同栏目|同欄目|本栏目|本欄目|同版|同期|同作者|该作者|該作者)\s*(?:的|也|还|還)?\s*"
    r"(?:阅读|閱讀|新闻|新聞|文章|报道|報道|報導|链接|連結|鏈接|专题|專題|资讯|資訊|推荐|推薦|评论|評論|喜欢|喜歡|内容|內容|热点|熱點|热门|熱門|头条|頭條|博客|搜索|标签|標籤|微博|产品|药品|藥品|商品|條目|条目|词条|詞條|图集|视频|影片|回顾|回顧|在看|想看|感兴趣)|"
    r"更多\S{0,8}(?:报道|報道|報導|新聞|新闻|文章|资讯|資訊|消息|内容|內容)\s?[:：]|相[关關](?:公[报報告]|通知|文件|政策|法[规規]|解[读讀])\W*$|同[場场]加映|更多\S{2,10}(?:报道|報道|報導|新聞|新闻|文章|资讯|資訊)$|Related|Recommended|More (?:from|stories|on|news|like|in|articles|coverage)|More .{1,24} (?:stories|articles|news|coverage)$|Read (?:more|next|also|this)|Explore further|Up next|See also|You may|Most (?:read|popular|viewed)|Trending|Special (?:reports?|coverage)$|Top stories|Our latest|"
    r"(?:(?:[为為给給][你您])?(?:推[荐薦]|精[选選])|更多精彩|(?:网友|網友|用户|用戶|患者)[问問]答|24\s?小[时時][热熱][文榜点點]|[热熱][榜搜文])\W*$|Editor'?s'? (?:picks?|note)|Don'?t miss|What to read|Popular|Also (?:read|on)|Want more|Watch|Latest|Advertisement|In this (?:article|story)"
    r")",
    re.I,
)
"""How a list of other articles is headed; it ends the article where links follow."""

OFFERS: Final = re.compile(r"\W{0,2}(?:(?:推[荐薦]|[优優][质質]|[热熱][门門]|[赞贊]助|[广廣]告|本[页頁])(?:的)?(?:企[业業]|公司|[厂廠][家商]|商家|[店商][铺鋪]|供[应應]商|商品|[产產]品|品牌)|(?:企[业業]|[产產]品|商[家品]|品牌)(?:推[荐薦]|展示|[广廣]告))\s?(?:$|[:：])")
"""How a box is headed in which others offer what they sell."""

_CODE: Final = re.compile(r"function(?<=\bfunction)\s*\w*\(|\.replace\(/|var(?<=\bvar) \w+\s*=|document(?<=\bdocument)\.\w+|window(?<=\bwindow)\.\w+|=>\s*\{|\);\s*\}|\{\s*[\w-]+\s*:\s*[^;{}]+;|</\w+>|\\\\n")


def is_code(text: str) -> bool:
    """Whether a line is program text that leaked out of a script or a style sheet."""
    may = "(" in text or "=" in text or "{" in text or "</" in text or "\\n" in text or "document." in text or "window." in text
    return may and len(_CODE.findall(text, 0, 4000)) > 1


_CAPTION_HEAD: Final = re.compile(
    r"\W{0,2}(?:图为|圖為|图：|圖：|图\d|圖說|图说|圖/|(?:圖片|图片|照片|資料圖|资料图|资料照片|图表|漫画)(?:[:：/／(（【\[]|来源|來源|由|说明|說明|为|為|提供|$)|(?:影片|视频|視頻|短片)(?:来源|來源|提供|取自|翻[攝摄拍])|▲|△|↑|▼|◎圖|"
    r"(?:Photos?|Images?|Pictures?|Videos?|File photos?)(?: illustration)?\s*(?:[:：(/|]|by\b|credit|courtesy|caption|copyright|source|via\b|$)|Photograph(?::|\sby)|Pictured\b|Getty Images)",
    re.I,
)
_CAPTION_END: Final = re.compile(
    r"(?:(?:资料|資料|档案|檔案)[图圖]片?|(?:网上|網上|网络|網絡|網路)[图圖]片|(?:视频|視頻|影片)截[图圖]|资料照片|资料片|資料照|資料照片|图片来源\S{0,12}|摄|攝|供图|供圖|提供|攝影|摄影|圖/\S{2,12}|翻攝\S{0,12}|图片来自\S{0,16}|新华社发|制图|绘|编制)\s*[）)】\]]?$"
)
_SIGNED_BY_BOTH: Final = re.compile(r"[（(]\s?(?:[^（()）]{2,20}[/／]\s?文|文[/／:：]\s?\S{2,6}\s)[^（()）]{0,20}[）)]$")
"""What ends an article that names its writer and its photographer: no caption names a writer."""
_CREDIT: Final = re.compile(
    "|".join(rf"{word}s?(?: by| credit| courtesy(?: of)?)?\s*[:：].{{0,60}}$" for word in ("photo", "image", "picture", "credit", "source", "illustration"))
    + r"|\((?:photo|image|ap|reuters|getty|file|picture)\b[^)]{0,80}\)$|"
    r"/\s?(?:ap|afp|getty|reuters|shutterstock|epa)(?: images| photo)?\)?\.?$|getty images\)?\.?$|via (?:ap|getty images|reuters)\)?\.?$|ap photo\)?\.?$"
)
"""For lower case, each alternative with a letter of its own, as `_LEGAL`."""


def is_caption(text: str) -> bool:
    """Whether a line reads like one below (or above) a picture; a paragraph of several sentences may end in the credit of a picture and is none."""
    if _CAPTION_HEAD.match(text):
        return True
    if sum(map(text.count, "。！？")) > 1 and (len(text) > 70 or _SIGNED_BY_BOTH.search(text, max(0, len(text) - 40))):
        return False
    # no credit is longer than 100 characters
    return bool(_CAPTION_END.search(text, max(0, len(text) - 40)) or _CREDIT.search(text[-100:].lower()))


LABEL: Final = re.compile(
    r"(?:来源|來源|出处|稿源|供稿(?:单位)?|撰稿|撰文|审稿|核稿|信息提供|原?作者|记者|記者|编辑|編輯|发布时间|發布時間|发布日期|发表时间|发稿时间|更新时间|更新時間|更新|时间|時間|日期|字号|字號|字体|字體|评论|評論|点击|點擊|浏览|瀏覽|阅读|閱讀|人气|人氣|分享|打印|列印|收藏|"
    r"By|Published|Updated|Posted|Source)\s*[:：(（]?",
    re.I,
)
"""Words of a dateline or of the bar below it."""
