"""Reigns that texts count years by: the Ming, the Qing and modern Japan. General knowledge, certainty M."""

from gaojian import NamedTuple


class Reign(NamedTuple):
    """A reign by its first full and its last Gregorian year; ``is_lunar`` where its years began with the lunar year.

    ``last`` is None for a reign that goes on.
    """

    first: int
    last: int | None
    is_lunar: bool = True


_CHINESE = {
    ("洪武",): (1368, 1398),
    ("建文",): (1399, 1402),
    ("永乐", "永樂"): (1403, 1424),
    ("宣德",): (1426, 1435),
    ("正统", "正統"): (1436, 1449),
    ("景泰",): (1450, 1457),
    ("天顺", "天順"): (1457, 1464),
    ("成化",): (1465, 1487),
    ("弘治",): (1488, 1505),
    ("正德",): (1506, 1521),
    ("嘉靖",): (1522, 1566),
    ("隆庆", "隆慶"): (1567, 1572),
    ("万历", "萬曆"): (1573, 1620),
    ("天启", "天啟"): (1621, 1627),
    ("崇祯", "崇禎"): (1628, 1644),
    ("顺治", "順治"): (1644, 1661),
    ("康熙",): (1662, 1722),
    ("雍正",): (1723, 1735),
    ("乾隆",): (1736, 1795),
    ("嘉庆", "嘉慶"): (1796, 1820),
    ("道光",): (1821, 1850),
    ("咸丰", "咸豐"): (1851, 1861),
    ("同治",): (1862, 1874),
    ("光绪", "光緒"): (1875, 1908),
    ("宣统", "宣統"): (1909, 1912),
}
_JAPANESE = {
    "明治": Reign(1868, 1912, is_lunar=False),
    "大正": Reign(1912, 1926, is_lunar=False),
    "昭和": Reign(1926, 1989, is_lunar=False),
    "平成": Reign(1989, 2019, is_lunar=False),
    "令和": Reign(2019, None, is_lunar=False),
}
REIGNS = {name: Reign(*years) for names, years in _CHINESE.items() for name in names} | _JAPANESE
