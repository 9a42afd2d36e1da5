// SPDX-License-Identifier: Apache-2.0
#include "views/theme/colours.h"
#include "views/theme/icons.h"
#include "views/theme/theme.h"
#include "views/widgets/dialog.h"
#include "views/widgets/page_header.h"

#include <QDir>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QTest>
#include <QVBoxLayout>

using namespace holdfast::views;

class tst_Theme final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyTextCanBeRead_data()
    {
        QTest::addColumn<QPalette>("palette");
        QTest::newRow("light") << lightPalette();
        QTest::newRow("dark") << darkPalette();
        QTest::newRow("high contrast, light") << highContrastPalette(false);
        QTest::newRow("high contrast, dark") << highContrastPalette(true);
    }
    // WCAG 2 AA: 4.5 to 1.
    void everyTextCanBeRead()
    {
        QFETCH(QPalette, palette);
        for (const auto background : {QPalette::Window, QPalette::Base, QPalette::AlternateBase}) {
            for (const auto ink :
                 {QPalette::WindowText, QPalette::PlaceholderText, QPalette::Link, QPalette::BrightText}) {
                QVERIFY2(contrast(palette.color(background), palette.color(ink)) >= 4.5,
                         qPrintable(QStringLiteral("%1 on %2").arg(ink).arg(background)));
            }
        }
        QVERIFY(contrast(palette.color(QPalette::Highlight), palette.color(QPalette::HighlightedText))
                >= 4.5);
        QVERIFY(contrast(accentFill(palette), Qt::white) >= 4.5);
        QVERIFY(contrast(dangerFill(palette), Qt::white) >= 4.5 || isHighContrast(palette));
        for (const Tone tone : {Tone::Accent, Tone::Success, Tone::Warning, Tone::Danger}) {
            QVERIFY2(contrast(toneFill(palette, tone), toneColour(palette, tone)) >= 4.5,
                     qPrintable(QString::number(static_cast<int>(tone))));
        }
        QVERIFY2(contrast(palette.color(QPalette::Base), palette.color(QPalette::Link)) >= 3,
                 "the focus ring");
    }

    // WCAG 2 AAA, 7 to 1; what is off has 4.5.
    void highContrastIsHigh_data()
    {
        QTest::addColumn<QPalette>("palette");
        QTest::newRow("light") << highContrastPalette(false);
        QTest::newRow("dark") << highContrastPalette(true);
    }
    void highContrastIsHigh()
    {
        QFETCH(QPalette, palette);
        const QColor base = palette.color(QPalette::Base);
        for (const Tone tone : {Tone::Neutral, Tone::Accent, Tone::Success, Tone::Warning, Tone::Danger}) {
            const QByteArray which = QByteArray::number(static_cast<int>(tone));
            QVERIFY2(contrast(toneFill(palette, tone), toneColour(palette, tone)) >= 7, which);
            QVERIFY2(contrast(base, toneEdge(palette, tone)) >= 7, which);
        }
        for (const auto ink : {QPalette::Text, QPalette::PlaceholderText, QPalette::Mid, QPalette::Dark}) {
            QVERIFY(contrast(base, palette.color(ink)) >= 7);
        }
        QVERIFY(contrast(base, palette.color(QPalette::Disabled, QPalette::Text)) >= 4.5);
        QVERIFY(contrast(accentFill(palette), Qt::white) >= 7);
        QVERIFY(contrast(dangerFill(palette), Qt::white) >= 7);
        QVERIFY(contrast(palette.color(QPalette::Highlight), palette.color(QPalette::HighlightedText)) >= 7);
        QVERIFY(contrast(palette.color(QPalette::ToolTipBase), palette.color(QPalette::ToolTipText)) >= 7);
    }

    void everyThemeHasItsName()
    {
        for (const auto mode : {ThemeMode::System, ThemeMode::Light, ThemeMode::Dark,
                                ThemeMode::ContrastLight, ThemeMode::ContrastDark}) {
            QVERIFY(!themeName(mode).isEmpty());
            QCOMPARE(themeFromName(themeName(mode)), mode);
        }
        QCOMPARE(themeFromName(QStringLiteral("of old")), ThemeMode::System);
        QVERIFY(isHighContrast(paletteFor(ThemeMode::ContrastDark, lightPalette())));
        QVERIFY(isDark(paletteFor(ThemeMode::ContrastDark, lightPalette())));
        QVERIFY(!isDark(paletteFor(ThemeMode::ContrastLight, darkPalette())));
    }

    void aDialogThatIsTooTallScrollsAndKeepsItsButtons()
    {
        class Tall final : public Dialog
        {
        public:
            explicit Tall(int lines)
                : Dialog(QStringLiteral("Tall"), QStringLiteral("More than a screen holds."), nullptr)
            {
                setAttribute(Qt::WA_DeleteOnClose, false);
                for (int i = 0; i < lines; ++i) {
                    content()->addWidget(new QLineEdit(QString::number(i)));
                }
                setPrimary(QStringLiteral("Do it"), [] {});
            }
        };
        Tall low(3);
        low.show();
        QVERIFY(!low.findChild<QScrollArea*>());
        low.resize(low.width(), 10 * low.screen()->availableGeometry().height());
        QCoreApplication::postEvent(&low, new QEvent(QEvent::LayoutRequest));
        QTRY_VERIFY(low.height() <= low.screen()->availableGeometry().height());
        Tall tall(80);
        tall.show();
        QTRY_VERIFY(tall.findChild<QScrollArea*>());
        const int available = tall.screen()->availableGeometry().height();
        QTRY_VERIFY(tall.height() <= available);
        const QPoint bottom(0, tall.primaryButton()->height());
        QVERIFY(tall.primaryButton()->mapTo(&tall, bottom).y() <= available);
        auto* last = tall.findChildren<QLineEdit*>().last();
        last->setFocus();
        tall.findChild<QScrollArea*>()->ensureWidgetVisible(last);
        QVERIFY(!last->visibleRegion().isEmpty());
    }

    void actionsLoseTheirWordsBeforeTheyAreCut()
    {
        QWidget page;
        PageHeader header(QStringLiteral("Policies"), &page);
        QPushButton* first = header.addAction(QStringLiteral("New domain"), QStringLiteral("add"), true);
        QPushButton* last = header.addAction(QStringLiteral("Move to…"), QStringLiteral("domain"));
        const int wide = header.sizeHint().width();
        header.resize(wide, header.sizeHint().height());
        page.show();
        QCOMPARE(last->text(), QStringLiteral("Move to…"));
        QVERIFY(header.minimumSizeHint().width() < wide);
        header.resize(header.minimumSizeHint().width(), header.height());
        QTRY_VERIFY(last->text().isEmpty());
        QCOMPARE(last->accessibleName(), QStringLiteral("Move to…"));
        QCOMPARE(last->toolTip(), QStringLiteral("Move to…"));
        QCOMPARE(first->text(), QStringLiteral("New domain"));
        QTRY_VERIFY(first->width() >= first->sizeHint().width());
        header.resize(wide, header.height());
        QTRY_COMPARE(last->text(), QStringLiteral("Move to…"));
    }

    void theSystemsDarknessIsFollowed()
    {
        QVERIFY(isDark(paletteFor(ThemeMode::System, darkPalette())));
        QVERIFY(!isDark(paletteFor(ThemeMode::System, lightPalette())));
        QVERIFY(isDark(paletteFor(ThemeMode::Dark, lightPalette())));
        QVERIFY(isHighContrast(paletteFor(ThemeMode::System, highContrastPalette(true))));
    }

    void everyIconDraws()
    {
        initialiseResources();
        const QStringList files = QDir(QStringLiteral(":/holdfast/icons")).entryList();
        QVERIFY(files.size() > 40);
        for (const QString& file : files) {
            const QImage image = icon(file.chopped(4), Tone::Danger).pixmap(QSize(20, 20), 1.0).toImage();
            bool inked = false;
            for (int y = 0; y < image.height() && !inked; ++y) {
                for (int x = 0; x < image.width() && !inked; ++x) {
                    inked = qAlpha(image.pixel(x, y)) > 128;
                }
            }
            QVERIFY2(inked, qPrintable(file));
        }
    }
};

QTEST_MAIN(tst_Theme)
#include "tst_theme.moc"
