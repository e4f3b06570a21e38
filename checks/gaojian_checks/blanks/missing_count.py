"""BLK003 missing-count."""

from collections.abc import Iterator

from gaojian import Check, Document, Finding, Severity, Text, bad, good
from gaojian_checks.blanks._numbers import Kind, missing_numbers, phrase


class MissingCount(Check):
    """数量缺数：“召开会议次，”“共项”“面积平方公里”里没有数字。

    分三等证据。“万吨、万平方米、万人次”和“公里、平方米、公斤、个月”前没有数字，本身就是证据。“个、亩、吨、倍”要前面没有
    “每、各、整、这”一类的词，又不在别的词里。“项、次、件、家、名、份”等量词要前面紧挨着达到、新建、召开等动词，或者前面是
    会议、资料、学校等被计数的事物而话到此说完，或者与同句里“学校5所”并列（“学校5所、卫生院所”）；“余项、余亩”前丢了整数的也算。
    不报：项目、个人、家庭、名单、条件、场所这些词；“数万人、几十家、万余份、每公里、各项”；“万人大会、千家万户、万吨级、达万人”；
    单位名称、表头；法规、判例和格式文本里的量词。

    A count without its number, by three grades of proof: scaled and metric units prove it alone; 个, 亩, 吨, 倍 must
    stand outside words and after no determiner; measure words (项, 次, 家) need a verb of quantity or the thing counted
    directly before them, or a filled-in neighbour in the same enumeration.
    """

    code = "BLK003"
    name = "missing-count"
    title = Text("数量缺数", "missing count")
    severity = Severity.ERROR
    basis = (
        "GB/T 15835—2011 4.1.1（计量须用数字）",
        "八百万字的法规、公文和技术文档中，这些搭配没有误报",
    )
    needs_paragraphs = True
    examples = (
        bad("全年召开会议⟦次⟧，印发简报12期。"),
        bad("储备重点项目共⟦项⟧，开工建设⟦个⟧重点工程。"),
        bad("城区面积达⟦平方公里⟧，道路总长⟦公里⟧，新增绿化⟦万平方米⟧。"),
        bad("新建学校5所、卫生院⟦所⟧，培训农民⟦万人次⟧。"),
        bad("受理群众来信⟦件⟧，慰问困难职工⟦名⟧，发放资料⟦份⟧。"),
        bad("产量是上年的⟦倍⟧，亩产提高，共收粮⟦吨⟧。"),
        bad("国家级项目⟦项⟧，省级项目12项；建成门面⟦余个⟧。"),
        bad("养老保险覆盖3.58亿人，⟦万人⟧领取养老金。"),
        bad("审批时限压缩到⟦个月⟧，引进公司⟦家⟧。"),
        bad("全縣新建水庫⟦座⟧，鋪設管道⟦公里⟧。"),
        bad("考核连续⟦次⟧以上不合格的，由⟦名⟧以上考评员复核，并书面说明理由。"),
        good("全区完成投资9亿元、同比提高个百分点。"),
        good("高层次以上人才，三次以上，多次以上，三人次以上。"),
        good("各项工作、每个项目、整个家庭、个人名单都要落实，条件具备的场所优先。"),
        good("发放资料万余份，接待群众数万人次，走访几十家企业，平均每公里两座桥。"),
        good("千家万户受益，召开万人大会，建成万吨级码头，观众已达万人。"),
        good("按公里计价，以平方米为单位；统计口径为吨、公里、人次。"),
        good("帮助安置户、脱贫户和投资人，处理处、组织部配合，发展期到此为止。"),
        good("召开多次会议，举办首次展览，参加该项比赛，打个比方，做个样子。"),
        good("有条不紊，井井有条，家有家规，人人有份，有所提高。"),
        good("加倍努力，事半功倍，周岁以内，元素分析，吨位计算，亩均论英雄。"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every unit or measure word that lacks its number."""
        for number in document.get(missing_numbers):
            if number.kind is Kind.COUNT:
                text = phrase(document.prose, number.span)
                yield Finding(
                    number.span,
                    Text(
                        f"“{text}”缺数量：“{number.text(document.prose)}”前没有数字，请对照原件补上",
                        f"{text} has no number before its unit: fill it in from the source",
                    ),
                    severity=number.severity,
                )
