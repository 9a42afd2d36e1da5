// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QString>

class QTranslator;

namespace holdfast::views {

// The language of words, dates and numbers: the system's, or the one that was chosen. Owned by main(), and
// made before the first widget.
class Language final : public QObject
{
    Q_OBJECT
public:
    // "de", "en"; empty or unknown: the system's.
    explicit Language(const QString& choice = {}, QObject* parent = nullptr);
    ~Language() override;

    [[nodiscard]] QString choice() const { return m_choice; }
    // Speaks the new language from here on. What is on the screen already does not change: see changed().
    void choose(const QString& choice);
    // What there are words for.
    [[nodiscard]] static QStringList known();
    // "Deutsch", in the language itself.
    [[nodiscard]] static QString ownName(const QString& code);

Q_SIGNALS:
    // Whoever shows words makes its widgets anew.
    void changed(const QString& choice);

private:
    void speak();

    QString m_choice;
    QTranslator* m_words;
    QTranslator* m_qtWords;
};

} // namespace holdfast::views
