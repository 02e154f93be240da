"""Makes the workbooks of this folder: python make.py (openpyxl 3.1.5, XlsxWriter 3.2.9)."""

from datetime import datetime

import openpyxl
import xlsxwriter
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.utils.datetime import CALENDAR_MAC_1904

START, END = datetime(2026, 11, 22, 9, 0), datetime(2026, 11, 22, 11, 30)

# An outlet's own list: a title above it, customers merged over their appliances, a hidden sheet before it.
book = openpyxl.Workbook()
book.active.title = "字典"
book.active["A1"] = "维修"
book.active.sheet_state = "hidden"
sheet = book.create_sheet("报修单")
sheet["A1"] = "海情门店报修登记表"
sheet.merge_cells("A1:H1")
sheet.append(["外部单号", "姓名", "手机号", "地址", "服务类型", "品类", "机身条码", "诉求", "期望开始时间", "期望结束时间"])
sheet.append(["HQ-001", "王五", 13800000001, "山东省青岛市市南区海情小区3号楼2单元501", "维修", "冰箱", "00817265", None, START, END])
sheet.append(["HQ-002", None, None, None, "保养", "空调", 817265, "吹风不凉", None, None])
sheet["H3"] = CellRichText("不制冷，", TextBlock(InlineFont(b=True), "有异响"))
sheet["G4"].number_format = "00000000"
for column in "BCD":
    sheet.merge_cells(f"{column}3:{column}4")
for cell in (sheet["I3"], sheet["J3"]):
    cell.number_format = 'yyyy"年"m"月"d"日" hh:mm'
sheet["A9"] = "HQ-003"
sheet["B9"] = "李四"
sheet.freeze_panes = "A3"
book.create_sheet("备注")["A1"] = "以上为本周"
book.active = 1
book.save("openpyxl.xlsx")

book = openpyxl.Workbook()
book.epoch = CALENDAR_MAC_1904
book.active.append(["id", "when", "day"])
book.active.append(["a", START, datetime(2026, 11, 22)])
book.active["C2"].number_format = "yyyy-mm-dd"
book.save("openpyxl-1904.xlsx")

# Formulas with their results, texts that look like formulas, long numbers, an empty first sheet.
book = xlsxwriter.Workbook("xlsxwriter.xlsx")
book.add_worksheet("空白")
sheet = book.add_worksheet("Export")
when = book.add_format({"num_format": "yyyy/m/d h:mm"})
bold = book.add_format({"bold": True})
sheet.write_row(0, 0, ["External ID", "Phone", "Serial", "When", "Words"], bold)
sheet.write_formula(1, 0, '="X-"&ROW()', None, "X-2")
sheet.write_number(1, 1, 13912345678)
sheet.write_number(1, 2, 690123456789012345)
sheet.write_datetime(1, 3, START, when)
sheet.write_rich_string(1, 4, "no ", bold, "cooling")
sheet.write_formula(2, 0, '="X-"&ROW()', None, "X-3")
sheet.write_formula(2, 1, "=B2+1", None, 13912345679)
sheet.write_string(2, 2, "0690123456789012345")
sheet.write_formula(2, 3, "=D2+1/24", when, 46348 + 10 / 24)
sheet.write_string(2, 4, "=1+1")
book.close()

book = xlsxwriter.Workbook("xlsxwriter-1904.xlsx", {"date_1904": True})
sheet = book.add_worksheet()
sheet.write_row(0, 0, ["id", "when"])
sheet.write_string(1, 0, "a")
sheet.write_datetime(1, 1, START, book.add_format({"num_format": 22}))
book.close()
