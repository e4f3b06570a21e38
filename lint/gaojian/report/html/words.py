"""What the page itself says, in both languages."""

from gaojian.diagnostic import Text

WORDS = {
    "lang": Text("zh-CN", "en"),
    "product": Text("稿检", "gaojian"),
    "report": Text("稿检报告", "Report of gaojian"),
    "summary": Text("总览", "Overview"),
    "findings": Text("问题", "Findings"),
    "document": Text("文稿", "Document"),
    "documents": Text("文稿", "Documents"),
    "file": Text("文件", "File"),
    "score": Text("得分", "Score"),
    "rate": Text("每万字差错", "Errors per 10,000"),
    "characters": Text("字数", "Characters"),
    "unit": Text("字", "characters"),
    "error": Text("错误", "Errors"),
    "warning": Text("警告", "Warnings"),
    "note": Text("提示", "Notes"),
    "by_family": Text("按类别", "By family"),
    "by_document": Text("按文稿", "By document"),
    "more_documents": Text("另有 {count} 份，见下表", "{count} more in the table below"),
    "search": Text("在正文中查找", "Search the text"),
    "filter": Text("筛选问题", "Filter the findings"),
    "nothing": Text("没有符合条件的问题", "No finding fits"),
    "none_found": Text("没有命中", "not found"),
    "clean": Text("未发现问题", "No findings"),
    "clean_long": Text("这份文稿没有查出问题。", "Nothing was found in this document."),
    "theme": Text("明暗", "Theme"),
    "auto": Text("随系统", "as the system"),
    "light": Text("浅色", "light"),
    "dark": Text("深色", "dark"),
    "help": Text("快捷键", "Keys"),
    "previous": Text("上一处", "Previous"),
    "next": Text("下一处", "Next"),
    "previous_document": Text("上一份", "Previous document"),
    "next_document": Text("下一份", "Next document"),
    "compare": Text("并排对照", "Side by side"),
    "close": Text("关闭", "Close"),
    "earlier": Text("另一处", "The other place"),
    "later": Text("此处", "Here"),
    "differences": Text("{count} 处不同", "{count} differences"),
    "identical": Text("两处文字相同", "The two texts are the same"),
    "figures": Text("不一致的数字", "Numbers that differ"),
    "lines_left_out": Text("其余 {count} 行没有列出", "{count} more lines not shown"),
    "timeline": Text("时间线", "Timeline"),
    "timeline_own": Text("本文", "Document"),
    "timeline_known": Text("提到的事", "Facts named"),
    "timeline_stated": Text("文中日期", "Dates stated"),
    "timeline_list": Text("逐条列出", "All of them"),
    "timeline_more": Text("另有 {count} 条没有列出", "{count} more not shown"),
    "timeline_elsewhere": Text("另有 {count} 处在图外的年份", "{count} more lie in years that are not drawn"),
    "timeline_failed": Text("时间线没有做成：{reason}", "the timeline could not be made: {reason}"),
    "timeline_of": Text(
        "文中写到的日期，对照本文的成文、发布日期和标题年份，以及所提到的事的年份；有问题的用红色标出",
        "the dates in the text against those of the document itself and of the facts it names; faulty ones are red",
    ),
    "time": Text("时间", "Time"),
    "what": Text("内容", "What"),
    "place_word": Text("位置", "Place"),
    "place": Text("第 {line} 行第 {column} 列", "line {line}, column {column}"),
    "line": Text("第 {line} 行", "line {line}"),
    "suggestion": Text("建议：", "Suggestion: "),
    "suggestion_unsafe": Text("建议（改前请核对）：", "Suggestion, to be reviewed: "),
    "rules": Text("所涉检查的依据", "The checks and their basis"),
    "failures": Text("没有完成的检查", "What could not be done"),
    "left_out": Text("这份文稿没有段落，只有行，以下检查未做：{codes}", "lines without paragraphs; left out: {codes}"),
    "no_text": Text(
        "这份文稿的原文读不到了，只列出问题。", "The text can no longer be read; only findings are listed."
    ),
    "too_long": Text(
        "原文太多，这份文稿没有收进本页，只列出问题；请单独检查它。",
        "Too much text for one page: only the findings of this document are listed; check it by itself.",
    ),
    "cut": Text(
        "共 {total} 处问题，本页收录最重的 {shown} 处；全部请用 --output-format json 输出。",
        "{total} findings, of which the {shown} gravest are on this page; --output-format json has all.",
    ),
    "score_of": Text(
        "得分 = 100 ÷ (1 + ⅔ × 每万字差错)。每万字差错是查出的错误和警告按各项检查的权重相加，再折合成每一万字的数；"
        "提示不计，漏字、错字计 1，知识性和逻辑性差错计 2，成段重复计 3，标点和格式计 0.1。"
        "每万字 1 个是《图书质量管理规定》的合格线，得 60 分；没有差错得 100 分。篇幅短的文稿错一处就扣得多。"
        "得分只反映查得出的问题，不能代替审读。",
        "Score = 100 / (1 + 2/3 rate). The rate is the sum of the weights of all errors and warnings (1 for a character"
        " that is wrong or lacking, 2 for an error of fact or logic, 3 for a passage set twice, 0.1 for a mark; notes"
        " do not count) in 10,000 characters. A rate of 1 is the pass line of the trade and gives 60; a clean text has"
        " 100. A short text loses much by one error. What no check finds is not counted: read it nevertheless.",
    ),
    "passed": Text("合格", "passed"),
    "failed": Text("不合格", "failed"),
    "made_by": Text("由稿检 {version} 生成", "Made by gaojian {version}"),
    "only_screen": Text("本页不联网，所有内容都在这个文件里。", "This page loads nothing: all of it is in this file."),
    "key_next": Text("下一处问题", "next finding"),
    "key_previous": Text("上一处问题", "previous finding"),
    "key_search": Text("在正文中查找，回车到下一处", "search the text; Enter goes on"),
    "key_filter": Text("筛选问题", "filter the findings"),
    "key_compare": Text("并排对照这一处", "show this one side by side"),
    "key_document": Text("上一份、下一份文稿", "previous, next document"),
    "key_summary": Text("回到总览", "back to the overview"),
    "key_theme": Text("换明暗", "change the theme"),
    "key_help": Text("显示这张表", "show this table"),
    "key_escape": Text("取消", "cancel"),
    "of": Text("第 {number} 处，共 {count} 处", "{number} of {count}"),
}


def say(key: str, language: str) -> str:
    """Return the words that go by ``key``."""
    return WORDS[key].in_language(language)
