// SPDX-License-Identifier: Apache-2.0
#include "views/reports/pdf_report.h"

#include "models/report_words.h"
#include "views/theme/typography.h"

#include <QApplication>
#include <QJsonDocument>
#include <QTextOption>

namespace holdfast::views {

namespace {

constexpr int rowsAtOnce = 100;
constexpr int rowsMeasured = 200;
constexpr int mostLines = 4; // of a cell; what is longer is cut
constexpr double pointsPerInch = 72;
constexpr int resolution = 300;

// Of points, in the writer's dots.
constexpr double dots(double points)
{
    return points * resolution / pointsPerInch;
}

constexpr double gap = dots(6); // between columns
constexpr double padding = dots(2); // above and below a row
constexpr double leastWidth = dots(24);
constexpr double mostWidth = dots(200);
constexpr double footer = dots(14);
constexpr double fontSize = 7; // points
constexpr double titleSize = 13;

const QColor ink(0x1c, 0x1c, 0x1e);
const QColor quiet(0x5c, 0x5c, 0x60);
const QColor hairline(0xd8, 0xd8, 0xdc);
const QColor stripe(0xf6, 0xf6, 0xf8);

QFont sized(QFont font, double points)
{
    font.setPointSizeF(points);
    return font;
}

// At a word where that is possible, else within it.
QTextOption wrapped(bool toTheEnd)
{
    QTextOption option(toTheEnd ? Qt::AlignRight | Qt::AlignTop : Qt::AlignLeft | Qt::AlignTop);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    return option;
}

QStringList cellsOf(const QStringList& columns, const QJsonObject& row)
{
    QStringList cells;
    for (const QString& column : columns) {
        cells << models::words::reportCell(column, row.value(column));
    }
    return cells;
}

} // namespace

PdfReport::PdfReport(QObject* parent)
    : QObject(parent)
{
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &PdfReport::paintSome);
}

PdfReport::~PdfReport()
{
    cancel();
}

void PdfReport::start(const Content& content, const QString& path)
{
    cancel();
    m_content = content;
    m_lines.setFileName(content.lines);
    m_file = std::make_unique<QSaveFile>(path);
    if (!m_lines.open(QIODevice::ReadOnly) || !m_file->open(QIODevice::WriteOnly)) {
        end(false);
        return;
    }
    m_writer = std::make_unique<QPdfWriter>(m_file.get());
    m_writer->setResolution(resolution);
    m_writer->setTitle(content.title);
    m_writer->setCreator(QStringLiteral("Holdfast"));
    m_writer->setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Landscape,
                                        QMarginsF(36, 32, 36, 28), QPageLayout::Point));
    m_paper = m_writer->pageLayout().paintRectPixels(resolution).size();
    m_painter = std::make_unique<QPainter>();
    if (!m_painter->begin(m_writer.get())) {
        end(false);
        return;
    }
    m_font = sized(typeFont(Type::Body, QApplication::font()), fontSize);
    m_strong = sized(typeFont(Type::Strong, QApplication::font()), fontSize);
    measure();
    m_page = 0;
    beginPage();
    m_timer.start();
}

// Wide enough for what the first rows hold, and all together as wide as the paper.
void PdfReport::measure()
{
    const QFontMetricsF metrics(m_font, m_writer.get());
    const QFontMetricsF strong(m_strong, m_writer.get());
    m_widths.clear();
    m_numbers = QList<bool>(m_content.columns.size(), false);
    for (const QString& column : std::as_const(m_content.columns)) {
        m_widths << strong.horizontalAdvance(models::words::reportColumn(column)) + dots(1);
    }
    for (int row = 0; row < rowsMeasured && !m_lines.atEnd(); ++row) {
        const QJsonObject object = QJsonDocument::fromJson(m_lines.readLine()).object();
        const QStringList cells = cellsOf(m_content.columns, object);
        for (int i = 0; i < cells.size(); ++i) {
            m_numbers[i] = m_numbers.at(i) || object.value(m_content.columns.at(i)).isDouble();
            m_widths[i] = std::max(m_widths.at(i), metrics.horizontalAdvance(cells.at(i)) + dots(1));
        }
    }
    m_lines.seek(0);
    double whole = 0;
    for (double& width : m_widths) {
        width = std::clamp(width, leastWidth, mostWidth);
        whole += width;
    }
    const double room =
        m_paper.width() - gap * static_cast<double>(std::max<qsizetype>(0, m_widths.size() - 1));
    for (double& width : m_widths) {
        width *= room / whole;
    }
}

void PdfReport::beginPage()
{
    if (m_page > 0) {
        m_writer->newPage();
    }
    ++m_page;
    m_y = 0;
    m_striped = false;
    QPainter& p = *m_painter;
    p.setPen(ink);
    if (m_page == 1) {
        p.setFont(sized(typeFont(Type::Title, QApplication::font()), titleSize));
        p.drawText(QRectF(0, 0, m_paper.width(), dots(20)), Qt::AlignLeft | Qt::AlignTop, m_content.title);
        p.setFont(m_font);
        p.setPen(quiet);
        p.drawText(QRectF(0, dots(20), m_paper.width(), dots(12)), Qt::AlignLeft | Qt::AlignTop,
                   m_content.subtitle);
        m_y = dots(42);
    }
    p.setFont(m_font);
    p.setPen(quiet);
    p.drawText(QRectF(0, m_paper.height() - footer, m_paper.width(), footer),
               Qt::AlignRight | Qt::AlignBottom, tr("%1 – page %2").arg(m_content.title).arg(m_page));
    QStringList heads;
    for (const QString& column : std::as_const(m_content.columns)) {
        heads << models::words::reportColumn(column);
    }
    p.setFont(m_strong);
    p.setPen(ink);
    const double height = heightOf(heads);
    double x = 0;
    for (int i = 0; i < heads.size(); ++i) {
        p.drawText(QRectF(x, m_y + padding, m_widths.at(i), height), heads.at(i), wrapped(m_numbers.at(i)));
        x += m_widths.at(i) + gap;
    }
    m_y += height + 2 * padding;
    p.setPen(QPen(quiet, dots(0.5)));
    p.drawLine(QPointF(0, m_y), QPointF(m_paper.width(), m_y));
    p.setFont(m_font);
}

double PdfReport::heightOf(const QStringList& cells) const
{
    double height = 0;
    for (int i = 0; i < cells.size(); ++i) {
        const QRectF box(0, 0, m_widths.at(i), m_paper.height());
        height = std::max(height, m_painter->boundingRect(box, cells.at(i), wrapped(false)).height());
    }
    const double line = QFontMetricsF(m_painter->font(), m_writer.get()).lineSpacing();
    return std::min(height, line * mostLines);
}

void PdfReport::paintRow(const QJsonObject& row)
{
    const QStringList cells = cellsOf(m_content.columns, row);
    const double height = heightOf(cells);
    if (m_y + height + 2 * padding > m_paper.height() - footer) {
        beginPage();
    }
    QPainter& p = *m_painter;
    const QRectF line(0, m_y, m_paper.width(), height + 2 * padding);
    if (m_striped) {
        p.fillRect(line, stripe);
    }
    m_striped = !m_striped;
    p.setPen(ink);
    double x = 0;
    for (int i = 0; i < cells.size(); ++i) {
        const QRectF box(x, m_y + padding, m_widths.at(i), height);
        p.setClipRect(box.adjusted(0, 0, 0, dots(1)));
        p.drawText(box, cells.at(i), wrapped(m_numbers.at(i)));
        x += m_widths.at(i) + gap;
    }
    p.setClipping(false);
    m_y = line.bottom();
    p.setPen(QPen(hairline, dots(0.25)));
    p.drawLine(line.bottomLeft(), line.bottomRight());
}

void PdfReport::paintSome()
{
    for (int row = 0; row < rowsAtOnce && !m_lines.atEnd(); ++row) {
        const QByteArray line = m_lines.readLine();
        if (!line.trimmed().isEmpty()) {
            paintRow(QJsonDocument::fromJson(line).object());
        }
    }
    Q_EMIT progressed(m_lines.pos(), m_lines.size());
    if (m_lines.atEnd()) {
        end(true);
    }
}

void PdfReport::cancel()
{
    if (isRunning()) {
        m_timer.stop();
        m_painter.reset();
        m_writer.reset();
        m_file->cancelWriting();
        m_file.reset();
        m_lines.close();
    }
}

void PdfReport::end(bool whole)
{
    m_timer.stop();
    const bool painted = m_painter && m_painter->isActive() && m_painter->end();
    m_painter.reset();
    m_writer.reset();
    m_lines.close();
    const bool kept = whole && painted && m_file->commit();
    if (!kept && m_file) {
        m_file->cancelWriting();
    }
    m_file.reset();
    if (kept) {
        Q_EMIT finished();
    } else {
        Q_EMIT failed();
    }
}

} // namespace holdfast::views
