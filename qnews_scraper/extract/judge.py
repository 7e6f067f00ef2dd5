"""Whether a page is an article at all; the reason where it is not."""

import json
import re
from typing import Final

from qnews_scraper.extract.layout import Layout
from qnews_scraper.extract.phrases import CONTACT, is_legal
from qnews_scraper.extract.title import Title
from qnews_scraper.page import Page
from qnews_scraper.trust import Trust

_ERROR: Final = re.compile(r"(?<!\d)(?:404|403|50[0234])(?!\d)|not found|正在跳转|正在跳轉|自动跳转|自動跳轉|redirecting|just a moment|访问过于频繁|訪問過於頻繁|访问验证|安全验证|人机验证|captcha|页面不存在|頁面不存在|找不到(?:页面|頁面|该)|無法找到|无法找到|页面没有找到|已经?被?(?:发布者|作者|管理员|楼主)?删除|(?:文章|内容|信息|帖子|主题|网页|页面).{0,6}(?:不存在|已失效|已下线|已下架)|页面错误|已過期|页面出错|访问出错|服务器错误|Bad Gateway|Forbidden|Service Unavailable|Access Denied", re.I)
_LOGIN: Final = re.compile(r"登录|登錄|登入|注册|註冊|密码|密碼|用户名|验证码|驗證碼|sign in|log ?in|password", re.I)
_LOGIN_TITLE: Final = re.compile(r"(?:(?:读者|讀者|用户|用戶|会员|會員|账号|帳號|账户|管理员|学生|教师|统一身份|统一|系统|後台|后台|手机|安全|欢迎|歡迎|请|請先?|快捷|快速)*(?:登录|登錄|登陆|登入|注册|註冊|认证)(?:/|｜|\||与|和|或|及|\s)*)+(?:页面?|頁面?|系统|系統|平台|中心|界面|入口)?|(?:(?:please |member |user |subscriber |account )*(?:sign|log)[ -]?(?:in|up|on)(?: (?:to|page|required).{0,40})?|register|create (?:an |your )?account|forgot(?:ten)? (?:your )?password\??|找回密码|忘记密码|忘記密碼|重置密码)", re.I)
"""What a page is called, or heads itself, that lets readers in."""
_FEED: Final = re.compile(r"(?:\s|\ufeff|<\?[^>]*+>|<!--(?:(?!-->).)*+-->|<!doctype[^>]*+>)*+<(rss|feed|rdf:rdf|urlset|sitemapindex|opml)[\s>]", re.I | re.S)
"""The roots of RSS, Atom, sitemaps and lists of feeds."""

_SEGMENT: Final = re.compile(r"\s*[_|｜–—]+\s*|\s+-+\s+|--+")
"""What parts a <title>."""
_HOUSE: Final = re.compile(
    r"关于(?:我们|本[站网报刊])|關於(?:我們|本[站網報刊])|联系(?:我们|方式)|聯絡我們|(?:报社|报业|本[报社网站刊]|公司|单位|网站|集团|杂志社?|频道)(?:简介|介绍)|版权(?:声明|说明)|免责声明|法律声明|"
    r"隐私(?:政策|声明|权政策|保护)|隱私權?(?:政策|聲明)|(?:用户|会员)(?:服务|注册)?协议|服务条款|服務條款|广告(?:服务|刊例|合作|报价)|诚聘英才|招贤纳士|加入我们|帮助中心|幫助中心|(?:网站|使用|新手)(?:帮助|指南)|常见问题(?:解答)?|常見問題|网站地图|網站地圖|网站导航|友情链接|友情連結|意见反馈|意見回饋|cookies?\s?(?:政策|声明|聲明|policy|notice|statement|settings)|"
    r"about(?: us)?|contact(?: us)?|privacy (?:policy|notice|statement)|terms (?:of (?:use|service)|and conditions|& conditions)|legal notice|accessibility(?: statement)?|site ?map|help cent(?:er|re)|faqs?|frequently asked questions|advertise(?: with us)?|editorial (?:policy|standards)|careers",
    re.I,
)
"""Pages that a house writes of itself, by the first part of their <title>."""
_NOTHING: Final = re.compile(
    r"(?:(?:非常|很)?抱歉|对不起|對不起|糟糕|哎呀)?\W{0,2}(?:您|你|此|[该該]|[这這][篇个個条條则則])?(?:所|要)?(?:访问|訪問|查找|请求|請求|浏览|瀏覽|打开|打開|找|查看)?的?(?:页面|頁面|网页|網頁|内容|內容|文章|信息|帖子|主题|链接|連結)(?:因\S{2,16}?)?(?:(?:[，,、]|\s)?(?:或者?|[并並]且?|可能)?(?:不存在|未找到|找不到|无法(?:找到|访问|打开)|無法(?:找到|開啟)|[没沒]有找到|(?:已[经經]?被?|被)(?:管理[员員]|[发發]布者|作者|系[统統])?(?:删除|移除|刪除|下架|屏蔽)|(?:正?在)?(?:[审審][核查])中|待[审審]核|[无無]法(?:[显顯]示|查看|浏览|瀏覽)|已?[经經]?被?[设設][为為](?:私密|不公[开開])|已[经經]?(?:删除|移除|刪除|失效|下[线線架]|[过過]期|[关關][闭閉])|走丢|[走飛飞][丢失丟]|不见|不見)(?:了|啦)?){1,3}\W{0,3}|"
    r"(?:(?:error|http)?\s?(?:40[0134]|410|429|451|50[0234])\W{0,3}(?:error|not found|forbidden|unauthorized|gone|(?:internal )?server error|bad (?:gateway|request)|gateway time-?out|too many requests|(?:service )?(?:temporarily )?unavailable.{0,24}|页面|错误|頁面|錯誤)?\W{0,2})|(?:(?:哎呀|抱歉|糟糕|[很非]常?抱歉|对不起|對不起)\W{0,2}|系统|系統|服务器|伺服器|网络|網路|程序|页面|頁面){1,2}(?:出[错錯]|[发發]生[错錯][误誤]|繁忙|异常|異常|[开開]小差|加[载載]失[败敗]|[载載]入失[败敗])(?:了|啦)\W{0,3}|(?:(?:sorry|oops|whoops|uh-oh)\W{1,3})?(?:something (?:went|has gone) wrong|(?:an?|some) (?:unexpected |unknown |application )?error (?:has )?occurred)\W{0,3}|(?:正在)(?:加[载載]|[载載]入)\W*|[请請]稍[候等]\W*|loading\W*|[请請](?:[开開]启|[啟启]用|打[开開]|開啟)\W?(?:浏览器|瀏覽器)?的?\W?javascript\S{0,20}|(?:please )?(?:enable|turn on) javascript.{0,30}|javascript is (?:required|disabled|not available).{0,20}|(?:(?:sorry|oops|whoops)\W{1,3})?(?:(?:this|that|the) )?(?:page|article|story|content)(?: you (?:requested|are looking for|were looking for))? (?:(?:was |is |could )?not (?:be )?(?:found|available)|cannot be found|(?:does not|doesn['’]t) exist|(?:is )?(?:no longer available|unavailable|missing))\W{0,2}|"
    r"(?:(?:sorry|oops)\W{1,3})?we (?:can['’]t|cannot|could(?:n['’]t| not)) find (?:that|the|this|your) (?:page|article|story).{0,30}|just a moment\W*|attention required\W.*|(?:robot|security|human) (?:check|verification)|are you a robot\W?|access denied|checking your browser.*|"
    r"(?:您|你)?(?:即将|即將|将要|將要|正在)(?:离开|離開|跳转|前往)\W?\S{0,14}|you are (?:now )?(?:about to leave|leaving) .{0,40}|(?:external|outbound) link(?: warning)?|外部链接提示|外链提示|(?:年龄|年齡|身份|安全|人机|访问)(?:验证|驗證|确认|確認)|age (?:verification|check|gate)",
    re.I,
)
"""What a page is called that has nothing to show, or not yet."""
_COUNTS: Final = re.compile("[共有]\\s?\\d+\\s?(?:[本个個張张幅組组部辑輯]|相[簿册冊])")
"""What an index of albums says of itself."""
_STOPPED: Final = re.compile("[。！？!?]\\W*$")
"""A sentence: 画册共12本。"""
_LEADS_BACK: Final = re.compile("(?:[检檢][查視视]|核[对對]|确认|確認).{0,12}(?:网址|網址|地址|[链連][接結])|返回(?:上一|首|网站|網站)|回到?首[页頁]|秒[钟鐘]?[后後]")
"""What such a page offers instead."""
_FIRST: Final = 20
"""Lines of a page among which it says so."""
_MESSAGE: Final = re.compile("(?:系[统統]|提示|信息|消息|[讯訊]息|操作|[论論][坛壇]){2}|error message|board message", re.I)
"""What boards call the page on which they say no."""
_DENIED: Final = re.compile("抱歉|[对對]不起|(?:[没沒]有|[无無])[权權]限|[无無][权權]|用[户戶][组組]|[请請]先[登注][录錄入册冊]|不存在|not (?:authori[sz]ed|allowed|permitted)|permission", re.I)
_DONE: Final = re.compile(r"(?:订阅|訂閱|提交|注册|註冊|支付|付款|登录|登入|退订|退訂|取消订阅|取消訂閱|投票|留言|评论|激活|操作|下单|预约|報名|报名|验证|绑定|发送)已?(?:成功|完成)\W?|(?:un)?subscribed?|thank(?:s| you)(?: for (?:subscribing|registering|signing up|your (?:order|message|feedback)))?\W?|you (?:have|['’]ve) (?:been )?(?:unsubscribed|subscribed)\W?", re.I)
"""What a page is called that says a form has been sent."""
_LANDING: Final = re.compile(r"\S{0,14}(?:客户端|客戶端|APP|应用|浏览器)\s?(?:官方|免费)?(?:下载|下載)(?:中心|页|頁)?|(?:下载|下載)\S{0,10}(?:客户端|客戶端|APP)|download (?:the|our) apps?|(?:get|install) (?:the|our) app", re.I)
"""What a page is called that offers the house's own program."""
_PERSONAL: Final = re.compile(r"(?:作者|记者|記者|专栏|專欄|个人|個人|用户|TA的?)(?:主页|首页|主頁|首頁|空间|空間|专页|專頁|中心|文章)|author (?:page|profile|archives?)|(?:articles?|posts|stories) by .{2,40}|all (?:posts|articles|stories) by .{2,40}", re.I)
"""What a part of the title of a writer's own page is."""
_DEGREES: Final = re.compile(r"-?\d{1,2}\s?(?:℃|°\s?[CF]?)")
_SHORT: Final = 200.0
"""Units of text up to which the date of such a page, as each page of a site has one, makes it no article."""
_PAYWALL: Final = re.compile(r"(?:请)?(?:订阅|付费|购买|开通会员|登录|訂閱|付費).{0,4}(?:后|後|以|即可)?(?:继续|繼續|解锁|解鎖|查看|阅读|閱讀)(?:阅读|閱讀|全文)?|subscribe to (?:continue|read).*", re.I)
_REPLIES: Final = re.compile(r"(?:网友|網友|全部|热门|熱門|最新)?(?:跟[帖贴貼]|评论中心|评论页|评论列表|評論列表)(?:$|[:：])|(?:网友|網友|全部)(?:评论|評論)$")
_REPLY: Final = re.compile(r"^\W*(?:(?:顶|支持|赞|踩|反对|推荐|举报|分享|复制)\s*+[\[(（]?\d*+[\])）]?\s*+)*(?:回复|回應|回覆|顶|举报|盖楼)\W*\d*\W*$|^\W*(?:顶|支持|赞)\s*[\[(（]\d+")
_RESULTS: Final = re.compile(r"^\W*(?:为您|為您|一共|已|总)?(?:找到|搜索到|搜到|检索到|查询到|搜尋到|共有?|约有?|約有?)\D{0,6}[\d,]+\s*(?:条|個|个|项|項|篇|則|则|筆)[^，。]{0,4}(?:结果|結果|记录|紀錄|文章|新闻|信息|资讯)|\b[\d,]+ (?:search )?results\b", re.I)
_SEARCHES: Final = re.compile(r"(?:搜索结果|搜尋結果|检索结果|查询结果|站内搜索|站內搜尋|search results)$", re.I)
_SEARCH_URL: Final = re.compile(r"/search\b|[?&](?:q|wd|query|keywords?|kw|word)=", re.I)
_COLLECTS: Final = re.compile(r"相关文章$|的(?:专栏|專欄|主页|主頁|个人空间)$|^RSS\b|\bRSS$|的(?:全部|所有|最新)?文章$|^作者\s*[:：]|^(?:标签|標籤|tags?|话题|話題|关键词)\s*[:：]|(?:文章|新闻|稿件)列表$", re.I)
_INDEX: Final = re.compile("(?:[图圖][库庫集片]|相[册冊簿]|[视視][频頻]|影音|[频頻]道|[栏欄]目|[专專][题題区區]).{0,2}首[页頁]|[图圖][库庫]|[图圖]片(?:中心|列表)")
"""What the first page of a section is called."""
_FLASH: Final = 30.0
"""Units of text that an undated page with a heading may have above the links of a list, to say what it lists."""
_TEXT: Final = 120.0
"""Units of text of a page whose title strangers have replaced, which are an article's."""
_LISTED: Final = 5
"""Links with their dates that are a list; below a headline they part it from a text."""
_FRONT: Final = re.compile(r"https?://[^/?#]+/?(?:(?:index|default|home)\.\w{3,5})?", re.I)
"""The address of a site's first page."""
_MOST_BESIDE: Final = 10
"""Lines of links that a text may have beside it at such an address."""
_MANY_LINKS: Final = 18
_QUESTION: Final = re.compile("[（(\\[【](?:必选|必填|单选|多选|可多选|至少选|最多选|必選|單選|複選)")
_DATED: Final = re.compile(r"(?:20|19)\d\d\s*[-年/.]\s*\d{1,2}\s*[-月/.]\s*\d{1,2}|\b\d{1,2}-\d{1,2}\b|\d\s*(?:小时|分钟|天)前|\d\d? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* \d{4}|\d{1,2}月\d{1,2}日")
_DAY: Final = re.compile(r"(?:20|19)\d\d\s*[-年/.]\s*\d{1,2}\s*[-月/.]\s*\d{1,2}|\d{1,2}月\d{1,2}日|(?<!\d)\d{1,2}-\d{1,2} \d\d:\d\d|\d\s*(?:小时|小時|分钟|分鐘|天)前|\d{1,2}:\d\d$")
_SOURCED: Final = re.compile(r"\W*(?:来源|來源|作者|记者|記者|(?:责任)?编辑|責任編輯)\s*[:：]\s*\S")
_BARS: Final = re.compile(r"\W*(?:您|你)?(?:所在|现在|現在|当前|當前|目前)?(?:的)?位置\s*[:：]|\W*首[页頁]\s*[>»›→/]|(?:\W*(?:今日|昨日|主题|主題|帖子|会员|版主|共)\s*[:：]?\s*[\w,]+){3,}|(?:共|第)\s*\d+\s*[页頁]|.{0,30}[今昨]日\s?[:：]\s?\d+\W+(?:主[题題]|帖子|[帖贴]数)\s?[:：]\s?\d|\W*[\u4e00-\u9fff]{2,4}[:：](?:\s?[\u4e00-\u9fff]{1,6}(?=\s|$)){4,}$")
"""Where the reader is, and how much there is of it: no text."""
_WALL: Final = re.compile(r"(?:会员|會員|付费|付費|订阅|訂閱|VIP)(?:专属|專屬|专享|專享|限定|可读|可讀|方案|后可|後可)|(?:阅读|閱讀|免费|免費).{0,6}(?:额度|額度|篇数|篇數)|(?:已用完|已經用完|已读完|已讀完)|(?:月|年|季)(?:订|訂|卡|付)|(?:NT\$|[¥￥])\s?[\d,]+\s?/\s?[月年]|取消订阅|取消訂閱|\d\s?元\s?/\s?[月年季]|[月年季]度(?:会员|會員)|[已]?[经經]?是会员|已[經经]是(?:会员|會員)")
_OFFER: Final = re.compile(r"(?:订阅|訂閱|开通|開通|成为|成為|加入|购买|購買).{0,10}(?:会员|會員|全文|畅读|暢讀|解锁|解鎖|阅读|閱讀)|(?:随时|隨時)(?:可|可以)?取消|畅读|暢讀")
"""What stands in an article's place for those who do not pay."""
_SLIDES: Final = re.compile(r"(查看原[图圖])|(列表查看|[缩縮]略[图圖])|([上下前后後]一[张張])|(自动播放|自動播放|幻灯)|([(（]\s?\d{1,3}\s?/\s?\d{1,3}\s?[)）])")
"""The controls of a show of slides."""
_TOPIC: Final = re.compile(r"(?:导语|導語|专题导读|專題導讀)\s*[:：]")
_CLOSED: Final = re.compile(r"(?:网站|網站|系统|系統|本站|服务器|伺服器|平台).{0,4}(?:升级|升級|维护|維護).{0,4}(?:中|公告|通知)|(?:升级|升級)?(?:维护|維護)中|under maintenance|be right back", re.I)
_VOTES: Final = re.compile(r"\W*(?:票数|票數|得票|已投)?\s*[:：]?\s*\d+\s*票\W*")
_FIELD: Final = re.compile(r"\W*(?:您的|你的|联系|聯絡|真实|作者|作品|申请人|申請人|报名人|报名|收件人?|信件|[查办辦][询詢]|家长|学生|单位|單位)?(?:姓名|名称|名稱|编号|編號|密码|密碼|称呼|电话|電話|手机|手机号码?|邮箱|電郵|E-?mail|QQ|地址|公司名称|留言(?:内容|標題|标题)?|主题|内容|验证码|驗證碼)\s*[:：]\W*", re.I)
"""What a form asks, with nothing after it."""
_FILES: Final = re.compile(r"((?:软件|文件|程序|游戏)(?:大小|语言|类型|授权|等级|评级|类别)|授权方式|应用平台|运行环境|适用系统|下载次数|下载地址|(?:电信|联通|移动|本地|高速|普通|迅雷)下载|相关软件|更新时间)")
_PLAYED: Final = re.compile(r"(播放(?:次数|量|列表)?\s*(?:[:：]|\d[\d.]*\s?万?(?!\S)))|(时长|時長)|(选集|選集)|(在线观看|線上看)|(第\d+[期集])|(简介\s*[:：])|(弹幕|彈幕)")
_MEASURE: Final = re.compile(r"\W{0,2}(?:流量|扬程|功率|电压|重量|净重|材质|口径|转速|容量|压力|产能|尺寸|颜色)\s*[:：]\s*\S")
_GOODS: Final = re.compile(
    r"(?P<trade>参考价|批发|批發|厂家(?:直销|供应)|报价|起订|起批|加入购物车|加入購物車|立即(?:购买|購買|询价|咨询)|[价價]格\s*[:：]\s*面[议議]|在线询价|联系卖家|(?:市场|会员|促销|优惠|网络)价\s*[:：])|(?P<price>[¥￥]\s?\d|(?:价格|售价|價格|售價)\s*[:：]|NT\$\s?\d)|"
    r"(?P<model>^型号$|型号\s*[:：]|型號\s*[:：]|货号\s*[:：]|規格\s*[:：]|规格\s*[:：]|品牌\s*[:：]|产地\s*[:：]|库存\s*[:：])|(?P<told>(?:产品|商品|宝贝|產品)(?:介绍|详情|中心|描述|特点|展示|介紹)|(?:技术|产品|规格)参数|参数规格)|(?P<after>售后服务|售後服務|运费|包邮|发货|质保)",
    re.M,
)
_APART: Final = "\n\0\n"
"""What stands between lines that are looked at together; nothing that is looked for has it inside."""


def refuse(layout: Layout, body: list[int], title: Title, told: str, dated_by: str, page: Page) -> str:
    """"" for an article, else "kind: evidence"; `told` is what <title> says, `dated_by` what gave the date."""
    lines = layout.lines
    dated = bool(dated_by)
    text_units = sum(lines[i].units for i in body)
    if text_units < 120 and all(is_legal(lines[i].text) or CONTACT.match(lines[i].text) or _BARS.match(lines[i].text) for i in body):
        body, text_units = [], 0.0  # the head or foot of a page without an article
    total = sum(line.units for line in lines)
    linked = sum(line.linked for line in lines)
    if feed := _FEED.match(page.text, 0, 4000):
        return f"feed: its root is <{feed[1]}>, a list for programs"
    if _is_json(page.text):
        return "data: a JSON document"
    if not lines:
        return "no text: the page holds no visible text"
    if title.text.startswith("Index of /"):
        return "list page: a server's list of files"
    placed = title.line >= 0 and bool(body) and 0 <= body[0] - title.line < 40 and _rows(layout, 0.5, title.line + 1, body[0]) < _LISTED
    shown = title.text + " " + " ".join(line.text for line in lines[:12])[:400]
    if text_units < 120:
        if page.status >= 400:
            return f"error page: HTTP status {page.status}"
        if total < 600 and (found := _ERROR.search(shown)):
            return f"error page: it says {found[0]!r}"
        if total < 400 and not (placed and dated) and len(_LOGIN.findall(" ".join(line.text for line in lines))) >= 2:
            return "login page: it asks for name and password"
    if text_units < 300 and (asked := sum(_QUESTION.search(line.text) is not None for line in lines)) >= 2:
        return f"poll: it asks {asked} questions"
    if text_units < 1000 and (reason := _named(layout, text_units, [part for part in _SEGMENT.split(" ".join(told.split())) if part], title.text, page, dated, dated and dated_by != "url")):
        return reason
    links = sum(line.linked > 0.6 * line.units for line in lines)
    is_replaced = any(removal.kind == "hijacked-title" and removal.trust is not Trust.SUSPECT for removal in page.removals)  # whose headline is not found in its lines
    few = linked > 0.5 * total and text_units < 0.15 * total and not (placed and dated) and not (text_units >= 40 and (placed or dated or (is_replaced and text_units >= _TEXT)))
    if few and text_units < _FLASH and len(layout.anchors) > _MANY_LINKS:
        return f"list page: {len(layout.anchors)} links and {text_units:.0f} units of text"
    if text_units < 300 and links > _MOST_BESIDE and linked > 0.5 * total and _FRONT.fullmatch(page.url) and (title.line < 0 or lines[title.line].linked > 0.5 * lines[title.line].units):
        return f"list page: the first page of its site, and {links} of {len(lines)} lines are links"
    if text_units < _FLASH and not dated and len(body) == 1 and title.line >= 0 and lines[title.line].linked > 0.5 * lines[title.line].units and _FRONT.fullmatch(page.url):
        return "list page: the first page of its site, and its headline is a link"
    if links > 18 and (few or (text_units < 0.1 * total and title.line < 0 and not dated and not is_replaced)):
        return f"list page: {links} of {len(lines)} lines are links"
    if text_units < 300 and (reason := _unlike(layout, body, text_units, placed, _own_day(layout, body, title), f"{title.text} {told}")):
        return reason
    if text_units < 40 and len(body) == 1 and len(layout.images) >= 4 and _COUNTS.search(lines[body[0]].text) and not _STOPPED.search(lines[body[0]].text):
        return f"gallery: {len(layout.images)} images, and it says {lines[body[0]].text[:20]!r}"
    if text_units < 12:
        if len(layout.images) >= 4 and total < 600:
            return f"gallery: {len(layout.images)} images and no running text"
        if links > 0.3 * len(lines) and links > 10:
            return f"list page: {links} of {len(lines)} lines are links"
        return f"no text: {len(lines)} lines and no running text"
    return ""


def _own_day(layout: Layout, body: list[int], title: Title) -> bool:
    """Whether a line from the headline to a little after the text gives a day or a source, and belongs neither to the text nor to a link above it."""
    if not body:
        return False
    lines, blocks = layout.lines, layout.blocks
    kept = set(body)
    first = title.line if title.line >= 0 else max(0, body[0] - 6)
    for i in range(first, min(body[-1] + 8, len(lines))):
        line = lines[i]
        if i in kept or line.units >= 60 or line.linked > 0.5 * line.units or blocks[line.block].zone or not (_DAY.search(line.text) or (i != title.line and _SOURCED.match(line.text))):
            continue
        if not any(above.linked > 0.6 * above.units and above.units >= 8 for above in lines[max(0, i - 2) : i]):
            return True
    return False


def _unlike(layout: Layout, body: list[int], text_units: float, placed: bool, dated: bool, told: str) -> str:
    """What a page of little text is by its lines: rows of links, summaries, prices or goods; a day of its own speaks for an article."""
    lines, blocks = layout.lines, layout.blocks
    if text_units < 120 and not dated:
        rows = _rows(layout, 0.5)
        if rows >= _LISTED and not placed:
            return f"list page: {rows} links with their dates"
        teased = sum(blocks[line.block].zone == "teaser" and line.linked > 0.5 * line.units for line in lines)
        if teased >= 3 and all(blocks[lines[i].block].zone == "teaser" for i in body):
            return f"list page: {teased} links with their summaries"
        walls = {found[0] for line in lines for found in _WALL.finditer(line.text)}
        if len(walls) >= 3:
            return f"paywall: it says {sorted(walls)[0]!r}"
        if not placed and body and sum(line.linked > 0.6 * line.units for line in lines) >= 10 and all(map(_TOPIC.match, (lines[i].text for i in body))):
            return "list page: its text is the preface of a topic"
        if text_units < 60 and len(layout.images) >= 4 and len(controls := {found.lastindex for line in lines if line.units < 40 for found in _SLIDES.finditer(line.text)}) >= 2:
            return f"gallery: {len(controls)} controls of a show of slides"
        if len(layout.anchors) <= 3 and sum(line.units for line in lines) < 200 and (found := _CLOSED.search(told)):
            return f"error page: it says {found[0]!r}"
    if body and text_units < 120 and all(_OFFER.search(lines[i].text) for i in body):
        kept = set(body)
        offers = {found[0] for i, line in enumerate(lines) if i not in kept and line.units < 30 for found in _WALL.finditer(line.text)}
        if len(offers) >= 3:
            return f"paywall: it says {sorted(offers)[0]!r}"
    if text_units < 60 and (degrees := sum(line.units < 20 and _DEGREES.search(line.text) is not None for line in lines)) >= 3:
        return f"weather page: {degrees} lines of degrees"
    if len(layout.options) >= 4 and (votes := sum(line.units < 20 and _VOTES.fullmatch(line.text) is not None for line in lines)) >= 4:
        return f"poll: {votes} choices with their votes"
    if text_units < 120 and not dated and (fields := sum(line.units < 10 and _FIELD.fullmatch(line.text) is not None for line in lines[: body[-1] + 1 if body else None])) >= 3:
        return f"form: it asks for {fields} things"
    files = set(_FILES.findall(_APART.join(line.text for line in lines if line.units < 20)))
    if len(files) >= 4:
        return f"download page: {len(files)} labels of files"
    if text_units < 60 and len(played := {found.lastindex for line in lines if line.units < 40 for found in _PLAYED.finditer(line.text)}) >= 3:
        return f"video page: {len(played)} labels of a player"
    goods = {found.lastgroup for found in _GOODS.finditer(_APART.join((told, *(line.text for line in lines if line.units < 30))))}
    if body and sum(_MEASURE.match(line.text) is not None for line in lines[max(0, body[0] - 12) : body[0]]) >= 2:
        goods.add("measure")
    if len(goods) >= 3 + dated and "trade" in goods:
        return f"product page: {len(goods)} labels of goods"
    return ""


def _rows(layout: Layout, share: float = 0.6, first: int = 0, last: int | None = None) -> int:
    """How many lines, of those from the first to before the last, are a link with a date beside it."""
    lines = layout.lines
    return sum(line.linked > share * line.units and any(one.units < 30 and _DATED.search(one.text) for one in lines[i : i + 3]) for i, line in enumerate(lines[first:last], first))


def _named(layout: Layout, text_units: float, parts: list[str], headline: str, page: Page, dated: bool, shows_day: bool) -> str:
    """What a page calls itself in its <title>, where its lines bear that out; "" where it calls itself nothing but a headline. `shows_day`: the page itself is dated, and not its address alone, which is as it was before the page was gone."""
    lines = layout.lines
    names = [name for name in (*parts[:1], *(part.partition("-")[0] for part in parts[:1]), headline) if _NOTHING.fullmatch(name)] if text_units < 400 else []
    if names and (not shows_day or any(_LEADS_BACK.search(line.text) for line in lines[: _FIRST])):
        name = names[0]
        return f"error page: its title is {name!r}"
    if text_units < _SHORT and not shows_day and any(_MESSAGE.fullmatch(name) for name in (*parts[:1], headline)) and (no := next((found[0] for line in lines if line.units < 80 and (found := _DENIED.search(line.text))), "")):
        return f"error page: it says {no!r}"
    if not dated and text_units < 400:
        for name in dict.fromkeys((*parts[:1], headline)):
            if text_units < _SHORT and _DONE.fullmatch(name):
                return f"form: its title is {name!r}"
            if text_units < _SHORT and _LANDING.fullmatch(name):
                return f"download page: its title is {name!r}"
            if _LOGIN_TITLE.fullmatch(name) and sum(len(_LOGIN.findall(line.text)) for line in lines) >= 2:
                return f"login page: its title is {name!r}"
    if not parts:
        return ""
    if (not dated or text_units < _SHORT) and _HOUSE.fullmatch(parts[0].partition("-")[0]):
        return f"about page: its title is {parts[0]!r}"
    if not dated and _PAYWALL.fullmatch(parts[0]):
        return f"paywall: its title is {parts[0]!r}"
    if not dated and text_units < 400 and any(map(_PERSONAL.fullmatch, parts)) and (links := sum(line.linked > 0.6 * line.units >= 3 for line in lines)) >= 5:
        return f"list page: {links} links of one writer"
    if not dated and text_units < 120 and _INDEX.fullmatch(parts[0]) and (rows := _rows(layout)) >= _LISTED:
        return f"list page: its title is {parts[0]!r}, and it has {rows} links with their dates"
    if any(map(_REPLIES.match, parts)) and sum(line.units < 30 and _REPLY.match(line.text) is not None for line in lines) >= 2:
        return "comments page: its title says so, and its lines are replies"
    searches = any(map(_SEARCHES.search, parts)) + (_SEARCH_URL.search(page.url) is not None)
    asked = lines[:30] if searches or text_units < 300 else ()
    results = next((found for line in asked if line.units < 60 and (found := _RESULTS.search(line.text))), None)
    if (results is not None) + searches >= 2:
        return f"search page: {results[0] if results else parts[0]!r}"
    if text_units < 300 and (results is not None or _COLLECTS.search(parts[0])):
        rows = _rows(layout)
        if rows >= _LISTED:
            return f"list page: {rows} links with their dates"
    return ""


def _is_json(text: str) -> bool:
    if text[:64].lstrip("\ufeff \t\r\n")[:1] not in ("{", "["):
        return False
    try:
        json.loads(text.lstrip("\ufeff"))
    except (ValueError, RecursionError):
        return False
    return True
