// SPDX-License-Identifier: Apache-2.0
#include "views/emergency/print_codes.h"

#include "models/formats.h"
#include "models/words.h"
#include "views/emergency/code_display.h"
#include "views/theme/typography.h"

#include <QApplication>
#include <QPainter>
#include <QPrintDialog>
#include <QPrinter>

#include <memory>

namespace holdfast::views {
namespace {

void paintSlip(QPrinter& printer, const contract::User& user, const contract::EmergencyCodesIssued& issued,
               const QString& usage)
{
    QPainter painter(&printer);
    // In points from here on.
    const double scale = printer.resolution() / 72.0;
    painter.scale(scale, scale);
    const QRectF page(0, 0, printer.pageRect(QPrinter::Point).width(),
                      printer.pageRect(QPrinter::Point).height());
    double y = 0;
    const auto line = [&](const QString& text, Type type, double after) {
        QFont font = typeFont(type, QApplication::font());
        font.setPixelSize(std::max(9, font.pixelSize() - 2));
        painter.setFont(font);
        const QRectF box(0, y, page.width(), page.height() - y);
        QRectF used;
        painter.drawText(box, Qt::TextWordWrap, text, &used);
        y += used.height() + after;
    };
    line(QCoreApplication::translate("holdfast::views::EmergencyDialog", "Emergency code for %1")
             .arg(models::words::person(user)),
         Type::PageTitle, 12);
    for (const contract::Secret& code : issued.codes) {
        line(models::groupedCode(QString::fromUtf8(code.reveal())), Type::Code, 2);
        line(spelled(QString::fromUtf8(code.reveal())), Type::Caption, 6);
    }
    y += 8;
    line(usage, Type::Body, 4);
    line(QCoreApplication::translate("holdfast::views::EmergencyDialog", "Works until %1.")
             .arg(models::absoluteTime(issued.expiresAt)),
         Type::Body, 4);
}

} // namespace

void printCodes(const contract::User& user, const contract::EmergencyCodesIssued& issued,
                const QString& usage, QWidget* parent)
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    // No job title that names the person, no file proposed: the slip is for paper.
    printer->setDocName(QStringLiteral("Holdfast"));
    auto* dialog = new QPrintDialog(printer.get(), parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, qOverload<QPrinter*>(&QPrintDialog::accepted), parent,
                     [printer, user, issued, usage](QPrinter*) { paintSlip(*printer, user, issued, usage); });
    // The printer must outlive the dialog that works on it.
    QObject::connect(dialog, &QObject::destroyed, qApp, [printer] { Q_UNUSED(printer); });
    dialog->open();
}

} // namespace holdfast::views
