// SPDX-License-Identifier: Apache-2.0
#include "views/theme/colours.h"
#include "views/theme/icons.h"

#include <QDir>
#include <QTest>

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
