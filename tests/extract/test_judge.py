"""Pages with a little text that are no article, and short articles that look like them: all of own writing."""

import pytest

from qnews_scraper import restore

NAMES = ("盐湖车间换上新水泵", "灌区三个村等来春水", "老盐工把钥匙交给徒弟", "县里修通第二条运盐路", "旧卤池改成候鸟观测点", "盐花小学的孩子画盐山", "矿工宿舍装上太阳能灯")
SUMMARY = "负责人说，这件事从去年秋天就开始准备，前后开了七次会，眼下总算有了着落。"
DATED = "".join(f"<li><a href=/{i}>{name}</a> <span>2012-05-{i + 10} 09:00</span></li>" for i, name in enumerate(NAMES))
TABLE = "".join(f"<tr><td>·<a href=/{i}>{name}</a> 2012-05-{i + 10} 09:00</td></tr><tr><td>{name}，{SUMMARY}……[<a href=/{i}>阅读全文</a>]</td></tr>" for i, name in enumerate(NAMES))
TEASERS = "".join(f"<div><h3><a href=/{i}>{name}</a></h3><p>{i + 1}天前 · 评论</p><p>{SUMMARY}</p></div>" for i, name in enumerate(NAMES))
THREADS = "".join(f"<tr><th><a href=/{i}>{name}，大家怎么看？</a></th><td>网友{i}<br>2014-9-{i + 1}</td><td>19/6568</td><td>2014-9-{i + 2} 9:20</td></tr>" for i, name in enumerate(NAMES))
GOODS = "<h1>QX-7型卤水泵</h1><p>参考价：¥18600 起 | 型号：QX-7 | 更新时间：2021-04-12</p><h3>产品介绍</h3><p>本机采用变频电机，启动平稳，适用于盐场、化工等行业的卤水输送，可选配自动停机机构。</p><h3>技术参数</h3><table><tr><td>流量</td><td>200吨</td></tr></table><h3>售后服务</h3><p>整机质保一年，终身维修，提供现场安装与操作培训。</p>"

NO_ARTICLES = [
    pytest.param("社会新闻_青盐在线", f"<div>您的位置：首页 &gt; 社会新闻</div><table>{TABLE}</table><div>首页 上一页 1 2 3 下一页</div>", "list page", id="column"),
    pytest.param("通知公告-青盐县水利局", "<div>当前位置：首页 &gt; 政务公开 &gt; 通知公告</div><script type=text/xml><record>1</record></script><div>共 43 页</div>", "no text", id="column-filled-by-a-script"),
    pytest.param(
        "抱歉，您访问的页面不存在 - 青盐网",
        f"<div><h1>抱歉，您访问的页面不存在</h1><p>该内容可能已被删除，请检查您输入的网址是否正确。8 秒后将自动返回 <a href=/>首页</a></p></div><div><h3>为您推荐</h3><h4>{NAMES[0]}</h4><p>{SUMMARY}</p><span>2021-10-22 10:30　记者 何沛</span><h4>{NAMES[1]}</h4><p>{SUMMARY}</p></div>",
        "error page",
        id="gone-with-dated-teasers",
    ),
    pytest.param("廟會影像 - 青鹽影像館", "<h2>廟會影像</h2><p>共 36 本相簿，依更新時間排序</p>" + "".join(f"<figure><a href=/a/{i}><img src=/t/{i}.jpg></a><figcaption><a href=/a/{i}>{name}</a><small>2018/04/13 · 48 張</small></figcaption></figure>" for i, name in enumerate(NAMES)), "gallery", id="albums"),
    pytest.param("图库_青盐网", f"<h1>图库首页</h1><ul>{DATED}</ul><p>投稿须知：来稿请附图片说明及作者姓名，单张不小于两兆，编辑有权裁剪，不同意者请注明。</p>", "list page", id="what contributors are told below a list"),
    pytest.param("图库首页_青盐网", "<h1>青盐图库</h1><p>每天为您精选最新最全的盐湖高清图片、现场和人像。</p>" + "".join(f"<div><a href=/{i}><img src=/t.jpg><p>{name} ({i}张)</p></a><span>05-1{i}</span></div>" for i, name in enumerate(NAMES)), "list page", id="the first page of pictures"),
    pytest.param("青盐报 - 看见青盐", f"<div>青盐报2012年5月20日 星期日</div><h1><a href=/1>{NAMES[0]}</a></h1><p>{NAMES[0]}，{SUMMARY}<a href=/1>[详细]</a></p>" + "".join(f"<p><a href=/{i}>{name}</a></p>" for i, name in enumerate(NAMES * 3)), "list page", id="the first lines of another page"),
    pytest.param("標籤：盐湖 | 青盐誌", f"<h1>標籤：盐湖</h1>{TEASERS}", "list page", id="tag"),
    pytest.param("何沛的专栏_青盐网", f"<h1>何沛</h1><p>本报评论员，关注盐湖与水，做过六年驻外记者，著有随笔集《盐和路》。</p>{TEASERS}", "list page", id="author"),
    pytest.param("盐湖杂谈 - 青盐社区", f"<div>今日: 41 | 主题: 20318 | 版主: 阿坚, 六月</div><table>{THREADS}</table>", "list page", id="board"),
    pytest.param("2016年盐湖节_专题_青盐网", f"<h2>导语</h2><p>2016年盐湖节8月13日至19日举行，来自三十二个盐场的五百余名盐工齐聚一堂，本网将全程关注。</p><ul>{DATED}</ul>", "list page", id="topic"),
    pytest.param("QX-7型卤水泵_厂家直销_青盐机械", GOODS, "product page", id="goods"),
    pytest.param("會員限定｜訂閱方案 - 青鹽觀察", "<h2>這是會員專屬文章</h2><p>您本月的 3 篇免費閱讀額度已用完。</p><h3>月訂</h3><p>NT$ 199 / 月，第一個月免費，隨時可以取消訂閱。</p><p>已經是會員？<a href=/l>登入</a></p>", "paywall", id="plans"),
    pytest.param("最美盐场投票", "<h1>最美盐场投票</h1><p>投票时间：12月1日至12月10日，每人每天可投三票，请为您喜欢的盐场投票。</p>" + "".join(f"<div><input type=checkbox><p>{i}号 {name}</p><p>{i * 97} 票</p></div>" for i, name in enumerate(NAMES)), "poll", id="choices-and-votes"),
    pytest.param("盐包搬运 V3.2 官方版下载_青盐软件园", "<h1>盐包搬运 V3.2</h1><ul><li>软件大小：8.32 MB</li><li>软件语言：简体中文</li><li>授权方式：免费软件</li><li>下载次数：20,331</li></ul><p>盐包搬运是一款小巧的文件移动工具，支持断点续传和批量改名，界面简洁。</p><h3>下载地址</h3><a>电信下载</a>", "download page", id="file"),
    pytest.param("【盐湖夜话】第213期_在线观看_青盐TV", "<h1>【盐湖夜话】第213期</h1><p>播放：12.3万 | 时长：24:08</p><p>简介：本期节目走进最后一个人力盐场。</p><h3>选集</h3><a href=1>第212期</a>", "video page", id="episode"),
    pytest.param("【盐湖夜话】2019-06-05 完整版", "<h1>【盐湖夜话】2019-06-05 完整版</h1><div>播放 1.1万 · 2019-06-05 22:30 · 时长 24:18</div><p>主持：何沛。本期内容：最后一个人力盐场；卤水里的虾。</p><h3>选集</h3><a href=1>【盐湖夜话】2019-05-29</a>", "video page", id="whole-episode-with-its-day"),
    pytest.param("高清：盐湖进入最佳观赏期_图片频道", "<h1>高清：盐湖进入最佳观赏期</h1><div>(1/9)<a>查看原图</a><a>列表查看</a></div><p>9月30日，航拍的盐湖五彩斑斓。（供图/何沛）</p>" + "<p><img src=/s.jpg></p>" * 6, "gallery", id="show-of-slides"),
    pytest.param("盐湖节进行时_专题_青盐网", "<img src=b.jpg><div><b>导语：</b>盐湖节拉开大幕，五百余名盐工齐聚一堂，让我们一起记录湖上的七天。</div><ul>" + "".join(f"<li>· <a href=/{i}>{name}</a></li>" for i, name in enumerate(NAMES * 2)) + "</ul>", "list page", id="topic-without-days"),
    pytest.param("QX-7卤水泵_青盐机械", "<h1>QX-7卤水泵</h1><ul><li>流量：50m³/h</li><li>功率：7.5kW</li><li>更新时间：2020-03-02</li></ul><a>在线询价</a><div><b>产品详情</b><p>QX型卤水泵供输送卤水及性质类似的其他液体之用，适用于盐田给排水和远距离输送。</p><table><tr><th>型号</th><th>流量</th></tr><tr><td>QX-7</td><td>50</td></tr></table></div>", "product page", id="goods-with-a-day"),
    pytest.param("QX-9卧式卤水泵_青盐机械", "<h1>QX-9卧式卤水泵</h1><p>品牌：青盐 型号：QX-9</p><p>价格：面议 <a href=/z>立即咨询</a></p><p>订货须知：如工况复杂，请提供图纸和参数，由我司工程师为您选型。</p><h3>产品展示</h3><ul><li>QX-7</li></ul>", "product page", id="goods-at-a-price-to-be-agreed"),
    pytest.param("空盐仓 | 青盐周刊", "<h1>空盐仓</h1><p>2023-11-20</p><div><h3>本文为会员专享</h3><p>订阅青盐会员，畅读全部文章。首月仅需 9 元，可随时取消。</p><ul><li>月度会员 28元/月</li><li>年度会员 268元/年</li></ul><p>已是会员？<a>登录</a></p></div>", "paywall", id="plans-below-a-headline"),
    pytest.param("青盐机械 - 在线留言", "<h2>在线留言</h2><form><p>您的姓名：<input></p><p>联系电话：<input></p><p>留言内容：<textarea></textarea></p><p>验证码：<input></p></form><p>感谢您对青盐机械的关注，我们会在一个工作日内与您联系，请保持电话畅通。</p>", "form", id="letter-box"),
    pytest.param("专家介绍 - 青盐县医院", "<div>首页 » 专家介绍</div><div>按科室：内科 外科 骨科 儿科 眼科</div>" + "".join(f"<dl><dt><b>何沛{name[0]} 主任医师</b></dt><dd>擅长：老年病</dd><dd><a href=/{i}>预约</a></dd></dl>" for i, name in enumerate(NAMES)), "no text", id="directory-of-doctors"),
    pytest.param("盐湖茶馆 - 青盐论坛", f"<div>论坛 &gt; 闲聊 &gt; 盐湖茶馆 今日: 31 | 主题: 20931</div><table>{''.join(f'<tr><td>{name}</td><td>网友{i}</td><td>2012-08-1{i}</td><td>5/8144</td></tr>' for i, name in enumerate(NAMES))}</table>", "no text", id="board-without-links"),
    pytest.param("登录 - 青盐日报数字报", "<h1>读者登录</h1><form>手机号<input>验证码<input><button>登录 / 注册</button></form><p>登录以后可以阅读全部版面，年费九十元，订阅纸质报的读者可凭收据在发行站免费开通，家里几口人都能看。</p><p>开通后如果打不开，请清除缓存再试，或在工作时间打发行热线；单位批量订阅可以开具发票，款到三天内寄出，收据请保存好。</p>", "login page", id="long-login-wall"),
    pytest.param("Sign in | Salt Lake Daily", "<h1>Sign in to Salt Lake Daily</h1><form>Email<input>Password<input></form><p>Subscribers can read every story, follow their favourite writers and keep a list of what to read later on any of their devices, at home or out by the lake.</p><p>If you have forgotten your password, we will send you a link that lets you choose a new one; it works for an hour and can be used only once.</p>", "login page", id="login-wall-in-english"),
    pytest.param("會員登入｜青鹽觀察", "<h2>會員登入</h2><p>請輸入電子郵件與密碼，登入之後可以收藏文章，並在不同裝置之間同步閱讀進度，訂戶亦可下載當日電子報，逾期帳單也可在此查詢。</p><p>忘記密碼的讀者請與客服聯絡，服務時間為週一至週五上午九點到下午六點，例假日休息，來電請備妥您的訂戶編號與收件地址。</p>", "login page", id="login-wall-in-traditional"),
    pytest.param("页面不存在 - 青盐网", "<h1>抱歉，您访问的页面不存在</h1><p>可能是因为网址有误，或者这个页面已经移走、改名，也可能是服务器一时没有回应，请过一会儿再试。</p><p>您可以检查网址里的字母和标点，返回上一页重新选择，或者用页面上方的搜索框查找您要的内容。</p><p>如果您是从别的网站来到这里，欢迎把那个链接告诉我们，以便我们请对方更正，谢谢您的理解。</p>", "error page", id="long-page-of-nothing"),
    pytest.param("Page not found - Salt Lake Daily", "<h1>Sorry, we can’t find that page</h1><p>The page you were looking for may have been moved or deleted, or perhaps the address was typed with a letter too many. Please check the address and try again.</p><p>You can also go back to the front page, use the search box at the top, or look at the stories which other readers are following this morning.</p>", "error page", id="page-not-found"),
    pytest.param("青盐网", "<h1>您即将离开青盐网</h1><p>您要去的网址不属于青盐网，请留意您的帐号和财产，不要轻易告诉别人密码。</p><a href=//o.example>继续</a>", "error page", id="way-out"),
    pytest.param("年齡驗證", "<h1>您是否已滿十八歲？</h1><p>依規定，未滿十八歲的讀者不得瀏覽本站的酒類消息，請確認您的年齡後再進入。</p><a>是</a><a>否</a>", "error page", id="gate-of-age"),
    pytest.param("订阅成功 - 青盐周刊", "<h1>订阅成功</h1><p>感谢您订阅青盐周刊，确认信已经寄到您的邮箱，请在一天之内点开信里的链接完成激活。</p>", "form", id="form-sent"),
    pytest.param("青盐新闻客户端下载", "<h1>青盐新闻客户端</h1><p>青盐新闻由青盐县融媒体中心主办，为您送上本县最快的消息、最全的便民服务和最热的话题。</p><p>扫码下载安卓版</p>", "download page", id="the-houses-own-program"),
    pytest.param("何沛_作者主页_青盐网", "<h1>何沛</h1><p>青盐网记者，关注盐湖与水，做过六年驻外记者，著有随笔集《盐和路》，两次获得省里的新闻奖。</p><p>文章 213 粉丝 3.2万</p><ul>" + "".join(f"<li><a href=/{i}>{name}</a></li>" for i, name in enumerate(NAMES)) + "</ul>", "list page", id="writers-own-page"),
    pytest.param("青盐县天气_青盐网", "<h1>青盐县天气</h1><p>2020-03-04 08:00</p><table>" + "".join(f"<tr><td>周{day}</td><td>晴</td><td>{i}℃/{i + 9}℃</td></tr>" for i, day in enumerate("四五六日")) + "</table><p>穿衣：较冷，请加外套。</p>", "weather page", id="weather"),
    pytest.param("Cookie Policy - Salt Lake Daily", "<h1>Cookie Policy</h1><p>This page says how we use small files that a website saves on your computer, what they are for, and how you can refuse them in your browser.</p>", "about page", id="cookies"),
    *(
        pytest.param(f"{said}{site}", f"<h1>{headline}</h1><p>可能的原因：稿件已过期下线，或者地址输入有误。</p><p>5 秒后自动返回网站首页，您也可以看看下面的内容</p><h3>今日推荐</h3><ul>{''.join(f'<li><a href=/{i}>{name}</a></li>' for i, name in enumerate(NAMES * 3))}</ul>", "error page", id=f"gone-{at}")
        for at, (said, site, headline) in enumerate([("页面没有找到", "-青盐新闻网", "抱歉，您访问的页面不存在或已被删除"), ("青盐网", "", "您查看的文章已下架或被管理员删除"), ("找不到網頁", " | 青鹽誌", "很抱歉，您要找的網頁不存在或已移除"), ("Page not found", " - Salt Lake Daily", "The page you requested cannot be found"), ("文章不存在", "_青盐网", "哎呀，文章走丢了")])
    ),
    pytest.param("系統訊息", "<h1>系統訊息</h1><p>抱歉，您所在的用戶組無法瀏覽此帖子，請先登入後再試一次，謝謝您的合作。</p>", "error page", id="message-of-a-board"),
    pytest.param("提示信息 - 青盐论坛", "<p>抱歉，您没有权限访问该版块，请使用有权限的帐号再试，新用户可以先到新手区报到领取积分。</p>", "error page", id="what-a-board-does-not-allow"),
    pytest.param("内容审核中_青盐号", "<h1>内容正在审核中</h1><p>该内容正在审核中，请稍后再来看看吧。</p>", "error page", id="under-review"),
    pytest.param("此內容因違反使用規範無法顯示 | 青鹽誌", "<h1>此內容無法顯示</h1><p>這則內容可能因違反社群規範而被移除，或作者已將它設為不公開，您可以回到首頁看看其他作者的文章。</p>", "error page", id="against-the-rules"),
    pytest.param("451 Unavailable For Legal Reasons", "<h1>451: Unavailable for legal reasons</h1><p>We recognize you are attempting to access this website from a country to which access cannot be granted at this time.</p>", "error page", id="legal-reasons"),
    pytest.param("Salt Lake Daily", "<h1>Oops! Something went wrong</h1><p>An unexpected error occurred while we were loading this page. Please try again in a few minutes or go back to the front page.</p>", "error page", id="something-went-wrong"),
    pytest.param("系统繁忙了 - 青盐网", "<h1>抱歉，服务器开小差了</h1><p>请过一会儿再来，或者先看看别的栏目，我们的工程师正在查找原因，谢谢您的耐心。</p>", "error page", id="a-busy-server"),
    pytest.param("正在加载... - 青盐新闻", "<div>正在加载，请稍候...</div><p>您的浏览器版本过低，请升级后访问本站以获得更好的体验。</p>", "error page", id="loading"),
    pytest.param("请开启JavaScript后继续浏览", "<p>请在浏览器设置中开启JavaScript功能后，刷新页面继续浏览青盐网的内容。</p>", "error page", id="without-scripts"),
    pytest.param("青盐县人民政府 信件查询", "<h1>信件查询</h1><form><p>信件编号：<input></p><p>查询密码：<input></p><p>验证码：<input></p></form><p>写信人可凭信件编号查看办理结果，工作人员将在五个工作日内答复。</p>", "login page", id="letters-asked-for"),
    pytest.param("盐湖摄影大赛作品投稿", "<h1>作品投稿</h1><p>作品名称：<input></p><p>作者姓名：<input></p><p>联系电话：<input></p><p>请确认作品为本人原创，大赛组委会有权使用获奖作品，提交之后不能再修改。</p>", "form", id="works-sent-in"),
    pytest.param("系统维护公告", "<h1>网站升级维护中</h1><p>尊敬的用户：本站将于2022年6月18日0:00至6:00进行系统升级，期间网站暂停访问，给您带来不便，敬请谅解。</p>", "error page", id="closed-for-the-night"),
]  # fmt: skip


@pytest.mark.parametrize(("told", "html", "kind"), NO_ARTICLES)
def test_what_a_page_of_little_text_is(told: str, html: str, kind: str) -> None:
    page = f"<html><head><title>{told}</title></head><body><div><a href=/>首页</a> <a href=/g>工业</a></div>{html}</body></html>"
    assert restore(page).rejected.partition(":")[0] == kind
    if kind == "error page":  # its address is still that of the article
        assert restore(page, url="http://www.qingyan.example/system/2015/08/03/012209981.shtml").rejected.partition(":")[0] == kind


FRONT = f"<html><head><title>青盐报 - 看见青盐</title></head><body><div>青盐报2012年5月20日 星期日</div><p>{NAMES[0]}，{SUMMARY}{SUMMARY}</p>" + "".join(f"<p><a href=/{i}>{name}</a></p>" for i, name in enumerate(NAMES * 2))


@pytest.mark.parametrize(("path", "is_article"), [("", False), ("/", False), ("/index.html", False), ("/2012/1.html", True), ("/?id=12", True)])
def test_a_site_has_no_article_at_the_address_of_its_first_page(path: str, is_article: bool) -> None:
    assert (restore(FRONT, url=f"http://www.qingyan.example{path}").article is not None) is is_article


@pytest.mark.parametrize(("path", "day", "is_article"), [("/", "", False), ("/index.html", "", False), ("/2012/1.html", "", True), ("/", "<p>2012-05-20 09:00</p>", True)])
def test_a_linked_headline_and_a_sentence_on_the_first_page_of_a_site(path: str, day: str, is_article: bool) -> None:
    page = f"<html><head><title>青盐报网_青盐第一门户</title></head><body><div>新闻 盐业</div><h2><a>{NAMES[0]}</a></h2>{day}<p>老泵用了二十年，新泵今天上午正式出水。</p><h3>本地</h3><ul><li>{NAMES[1]}</li><li>{NAMES[2]}</li></ul></body></html>"
    assert (restore(page, url=f"http://www.qingyan.example{path}").article is not None) is is_article


LONG = "".join(f"<p>{name}，{SUMMARY}</p>" for name in NAMES[:3])
FLASH = "盐湖车间今早换上新水泵，夜班工人减到两个。"
ARTICLES = [
    pytest.param("盐湖车间换新泵_青盐网", f"<h1>盐湖车间换新泵</h1><p>2012-05-20 09:00</p><p>{FLASH}</p><h3>相关新闻</h3><ul>{DATED}</ul>", id="flash-above-dated-links"),
    pytest.param("盐湖车间换新泵_青盐网", f"<h1>盐湖车间换新泵</h1><p>{FLASH}</p><h3>相关新闻</h3><ul>{DATED}</ul>", id="flash-without-a-day"),
    pytest.param("盐湖车间换新泵_青盐网", f"<h1>盐湖车间换新泵</h1><p>{FLASH}<a href=/2>[详细]</a></p>" + f"<p>{NAMES[1]}，{SUMMARY}</p>", id="a link to more amid it"),
    pytest.param("青盐网首页", f"<h1>盐湖车间换新泵</h1><p>{FLASH}</p><ul>{DATED}</ul>", id="flash-under-the-title-of-the-first-page"),
    pytest.param("盐湖车间换新泵_专题_青盐网", f"<h1>盐湖车间换新泵</h1><p>5月20日 09:00 来源：青盐网</p><p>{FLASH}</p><ul>{DATED}</ul>", id="flash-of-a-topic"),
    pytest.param("盐湖车间换新泵_青盐网", f"<h1>盐湖车间换新泵</h1><p>2012-05-20 09:00</p><p>{FLASH}</p>{TEASERS}", id="flash-above-summaries"),
    pytest.param("盐湖车间换新泵_青盐网", f"<h1>盐湖车间换新泵</h1><p>{FLASH}</p>{TEASERS}", id="flash-without-a-day-above-summaries"),
    pytest.param("何沛的专栏_盐湖车间换新泵", f"<h1>盐湖车间换新泵</h1><p>何沛 2012-05-20</p><p>{FLASH}</p><ul>{DATED}</ul>", id="column-of-a-writer"),
    pytest.param("关于系统维护的公告-青盐银行", "<h1>关于系统维护的公告</h1><p>发布时间：2012-05-20</p><p>我行将于5月21日0:00至6:00进行系统升级，期间网上银行暂停服务，敬请谅解。</p>", id="notice-of-a-bank"),
    pytest.param("青盐机械发布新泵_青盐网", "<h1>青盐机械发布新泵</h1><p>2012-05-20 09:00</p><p>青盐机械今天发布新泵，起售价一万八千元，下月发货，首批三百台。</p><p>型号：QX-7</p><p>价格：18600元</p>", id="news-of-goods"),
    pytest.param("青盐周刊涨价_青盐网", "<h1>青盐周刊涨价</h1><p>2012-05-20 09:00</p><p>青盐周刊今天起涨价，月订由十二元调为十五元，年订由一百二十元调为一百五十元，付费订阅后可读全部内容。</p>", id="news-of-prices"),
    pytest.param("盐湖车间换新泵_青盐网", f"<h1>盐湖车间换新泵</h1><p>播放：12.3万 | 时长：00:31</p><p>{FLASH}</p>", id="flash-below-a-video"),
    pytest.param("盐湖车间换新泵_青盐网", f"<h1>盐湖车间换新泵</h1><div>00:00 / 00:31 高清 倍速</div><p>播放 1.2万 · 2012-05-20 · 时长 00:31</p><p>{FLASH}</p>", id="flash-below-a-player"),
    pytest.param("盐湖车间换新泵_青盐网", f"<h1>盐湖车间换新泵</h1><p>2012-05-20</p><p>(1/5) 下一张</p><p>{FLASH}</p>" + "<p><img src=/s.jpg></p>" * 5, id="flash-below-slides"),
    pytest.param("盐湖画册付印_青盐网", "<h1>盐湖画册付印</h1><p>2012-05-20</p><p>盐湖画册共12本，今天在县印刷厂付印，下月送进学校。</p>" + "<p><img src=/s.jpg></p>" * 5, id="flash-that-counts-books"),
    pytest.param("盐湖节开幕_专题_青盐网", "<h1>盐湖节开幕</h1><p>导语：盐湖节今天开幕，五百余名盐工齐聚一堂，湖上要热闹七天。</p><ul>" + "".join(f"<li>· <a href=/{i}>{name}</a></li>" for i, name in enumerate(NAMES * 2)) + "</ul>", id="preface-below-a-headline"),
    pytest.param("青盐机械发布新泵_青盐网", "<h1>青盐机械发布新泵</h1><p>2012-05-20 09:00</p><p>流量：50m³/h</p><p>功率：7.5kW</p><p>青盐机械今天发布新泵，首批三百台，下月发货。</p><p>型号</p><p>QX-7</p>", id="news-with-measures"),
    pytest.param("空盐仓 | 青盐周刊", "<h1>空盐仓</h1><p>2023-11-20</p><p>盐仓空了三个月，守仓的何大水每天照旧来开门，扫地，再把门锁上。</p><div><p>订阅青盐会员，畅读全部文章。首月仅需 9 元，可随时取消。</p><ul><li>月度会员 28元/月</li><li>年度会员 268元/年</li></ul><p>已是会员？<a>登录</a></p></div>", id="beginning-above-a-paywall"),
    pytest.param("青盐周刊推出会员_青盐网", "<h1>青盐周刊推出会员</h1><p>2023-11-20</p><p>青盐周刊今天推出会员，订阅后可读全文，月度会员28元/月，年度会员268元/年，可随时取消。</p>", id="news-of-a-paywall"),
    pytest.param("盐湖车间换新泵_青盐网", f"<h1>盐湖车间换新泵</h1><div><p>{FLASH}</p></div><form><p>姓名：<input></p><p>邮箱：<input></p><p>内容：<textarea></textarea></p><p>验证码：<input></p></form>", id="flash-above-a-form"),
    pytest.param("寻人启事_青盐网", "<h1>寻人启事</h1><p>2012-05-20</p><p>姓名：何大水</p><p>电话：13900000000</p><p>地址：盐湖车间三号楼</p><p>老人昨晚在车间走失，身穿灰色夹克。</p>", id="missing"),
    pytest.param("最美盐场评选揭晓_青盐网", "<h1>最美盐场评选揭晓</h1><p>2012-05-20</p><p>最美盐场评选昨天揭晓，七座盐场得票如下。</p>" + "".join(f"<p>{name}</p><p>{i * 97} 票</p>" for i, name in enumerate(NAMES)), id="outcome-of-a-vote"),
    pytest.param("登录月球的人_青盐网", f"<h1>登录月球的人</h1><p>何沛</p>{LONG}<p>他给飞船设了密码，也给日记设了密码，登录一次要输三遍。</p>", id="story-about-logging-in"),
    pytest.param("登录_青盐文学", f"<h1>登录</h1><p>何沛 2012-05-20</p>{LONG}<p>他忘了密码，也忘了注册的那一天。</p>", id="dated-story-called-as-a-login"),
    pytest.param("盐湖网页已被删除或移走_青盐网", f"<h1>盐湖网页已被删除或移走</h1><p>2012-05-20</p>{LONG}", id="news-of-a-page-that-is-gone"),
    pytest.param("该内容已被作者删除_青盐文学", f"<h1>该内容已被作者删除</h1><p>何沛 2012-05-20</p>{LONG}", id="dated-story-called-as-a-page-that-is-gone"),
    pytest.param("系统提示_青盐文学", f"<h1>系统提示</h1><p>何沛 2012-05-20</p>{LONG}<p>他对着屏幕说抱歉，屏幕没有回答。</p>", id="dated-story-called-as-a-message"),
    pytest.param("服务器开小差了？盐湖数据中心回应_青盐网", f"<h1>服务器开小差了？盐湖数据中心回应</h1>{LONG}", id="news-of-a-server"),
    pytest.param("正在加载的村庄_青盐网", f"<h1>正在加载的村庄</h1>{LONG}", id="news-of-what-loads"),
    pytest.param("Something went wrong at the salt works", "<h1>Something went wrong at the salt works</h1><p>Two pumps stopped on Monday night, and by the morning the brine had run over the road to the third village.</p>", id="news-of-what-went-wrong"),
    pytest.param("页面不存在的十年_青盐网", f"<h1>页面不存在的十年</h1>{LONG}", id="story-of-pages-lost"),
    pytest.param("青盐新闻客户端下载量破万_青盐网", f"<h1>青盐新闻客户端下载量破万</h1>{LONG}", id="news-of-a-program"),
    pytest.param("青盐县天气转冷_青盐网", f"<h1>青盐县天气转冷</h1><p>2020-03-04 08:00</p>{LONG}<p>周四 3℃</p><p>周五 1℃</p><p>周六 -2℃</p>", id="news-of-the-weather"),
    pytest.param("雪后盐湖_青盐网", "<h1>雪后盐湖</h1><p>2012-05-20 09:00</p>" + "".join(f"<p><img src=/{i}.jpg width=600></p><p>雪后的盐湖，{name[:6]}。何沛 摄</p>" for i, name in enumerate(NAMES)), id="photo-story"),
]  # fmt: skip


@pytest.mark.parametrize(("told", "html"), ARTICLES)
def test_a_short_article_is_an_article(told: str, html: str) -> None:
    page = f"<html><head><title>{told}</title></head><body><div><a href=/>首页</a> <a href=/g>工业</a></div>{html}</body></html>"
    assert restore(page).rejected == ""


@pytest.mark.parametrize(
    "below",
    [
        pytest.param("发表评论可同步到盐湖微博，登录以后立即体验，如果您还没有开通，系统将自动为您激活。", id="a-box-for-comments"),
        pytest.param("在本网转载其他媒体的稿件是为了传播更多的信息，此类稿件不代表本网观点，请与本网联系。", id="rights"),
        pytest.param("等级由稿件的质量、读者的互动、分享和传播等多方面的分值决定，等级越高，说明综合表现越好。", id="ranks"),
    ],
)
def test_a_flash_outdoes_what_stands_below_it(below: str) -> None:
    page = f"<html><head><title>盐湖车间换新泵_青盐网</title></head><body><div><a href=/>首页</a></div><h1>盐湖车间换新泵</h1><div>2012-05-20 09:00 来源：青盐网</div><div><p>{FLASH}</p></div><ul>{DATED}</ul><ul>{DATED}</ul><div><div>{below}</div></div></body></html>"
    found = restore(page).article
    assert found is not None
    assert found.text == FLASH
