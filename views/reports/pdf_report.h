// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFile>
#include <QJsonObject>
#include <QObject>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QTimer>

#include <memory>

namespace holdfast::views {

// Paints a report's lines of JSON as a PDF, a few rows at a time from the event loop: neither the report nor
// the paper is ever in memory as a whole, and the window goes on answering. What was at `path` stays until
// the whole file is there.
class PdfReport final : public QObject
{
    Q_OBJECT
public:
    struct Content
    {
        QString lines; // file of JSON lines; removed by whoever made it
        QString title;
        QString subtitle; // when it was made, and by whom
        QStringList columns; // names on the wire
    };
    explicit PdfReport(QObject* parent = nullptr);
    ~PdfReport() override;

    void start(const Content& content, const QString& path);
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_painter != nullptr; }
    [[nodiscard]] int pages() const { return m_page; }

Q_SIGNALS:
    void progressed(qint64 done, qint64 whole); // bytes of the lines
    void finished();
    void failed();

private:
    void measure();
    void paintSome();
    void paintRow(const QJsonObject& row);
    void beginPage();
    [[nodiscard]] double heightOf(const QStringList& cells) const;
    void end(bool whole);

    Content m_content;
    QFile m_lines;
    std::unique_ptr<QSaveFile> m_file;
    std::unique_ptr<QPdfWriter> m_writer;
    std::unique_ptr<QPainter> m_painter; // last: it paints on the writer
    QList<double> m_widths; // dots
    QList<bool> m_numbers; // columns of figures, by the first rows
    QSizeF m_paper; // dots, within the margins
    QFont m_font;
    QFont m_strong;
    double m_y = 0;
    int m_page = 0;
    bool m_striped = false;
    QTimer m_timer;
};

} // namespace holdfast::views
