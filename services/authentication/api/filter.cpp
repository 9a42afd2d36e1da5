// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/filter.h"

namespace holdfast::authentication {

namespace {

constexpr qsizetype mostTerms = 20;

contract::Unexpected faultAt(qsizetype position, const QString& sentence)
{
    return contract::Unexpected(
        contract::Error {contract::ErrorKind::InvalidRequest,
                         QStringLiteral("invalid_filter"),
                         QStringLiteral("%1 (at character %2)").arg(sentence).arg(position + 1),
                         {{QStringLiteral("filter"), QStringLiteral("invalid_filter"), sentence}}});
}

class Parser
{
public:
    Parser(const QString& text, const QStringList& fields)
        : m_text(text)
        , m_fields(fields)
    { }

    contract::Result<QList<FilterTerm>> parse()
    {
        QList<FilterTerm> terms;
        for (skipSpaces(); m_at < m_text.size(); skipSpaces()) {
            contract::Result<FilterTerm> term = parseTerm();
            if (!term) {
                return contract::Unexpected(term.error());
            }
            if (terms.size() == mostTerms) {
                return faultAt(term->position, QStringLiteral("At most %1 terms.").arg(mostTerms));
            }
            terms.append(*term);
        }
        return terms;
    }

private:
    void skipSpaces()
    {
        while (m_at < m_text.size() && m_text.at(m_at).isSpace()) {
            ++m_at;
        }
    }

    contract::Result<FilterTerm> parseTerm()
    {
        FilterTerm term;
        term.position = m_at;
        if (m_text.at(m_at) == QLatin1Char('-') && m_at + 1 < m_text.size()
            && !m_text.at(m_at + 1).isSpace()) {
            term.negated = true;
            ++m_at;
        }
        // A colon inside a word of free text, as in a pasted address, is no field.
        qsizetype end = m_at;
        while (end < m_text.size() && m_text.at(end).isLetter()) {
            ++end;
        }
        if (end > m_at && end < m_text.size() && m_text.at(end) == QLatin1Char(':')) {
            const QString field = m_text.mid(m_at, end - m_at);
            if (!m_fields.contains(field)) {
                return faultAt(term.position,
                               QStringLiteral("There is no field %1; there are: %2.")
                                   .arg(field.left(32), m_fields.join(QStringLiteral(", "))));
            }
            term.field = field;
            m_at = end + 1;
        }
        contract::Result<QString> value = parseValue();
        if (!value) {
            return contract::Unexpected(value.error());
        }
        term.value = value->trimmed();
        if (term.value.isEmpty()) {
            return faultAt(term.position, QStringLiteral("A term needs a value."));
        }
        return term;
    }

    contract::Result<QString> parseValue()
    {
        if (m_at < m_text.size() && m_text.at(m_at) == QLatin1Char('"')) {
            return parseQuoted();
        }
        const qsizetype start = m_at;
        while (m_at < m_text.size() && !m_text.at(m_at).isSpace()) {
            ++m_at;
        }
        return m_text.mid(start, m_at - start);
    }

    contract::Result<QString> parseQuoted()
    {
        const qsizetype start = m_at++;
        QString value;
        while (m_at < m_text.size()) {
            const QChar c = m_text.at(m_at++);
            if (c == QLatin1Char('"')) {
                return value;
            }
            if (c == QLatin1Char('\\') && m_at < m_text.size()) {
                value += m_text.at(m_at++);
            } else {
                value += c;
            }
        }
        return faultAt(start, QStringLiteral("This quotation mark is not closed."));
    }

    const QString& m_text;
    const QStringList& m_fields;
    qsizetype m_at = 0;
};

} // namespace

contract::Result<QList<FilterTerm>> parseFilter(const QString& filter, const QStringList& fields)
{
    return Parser(filter, fields).parse();
}

QStringList wordsOf(const QList<FilterTerm>& terms)
{
    QStringList words;
    for (const FilterTerm& term : terms) {
        if (term.field.isEmpty() && !term.negated) {
            words << term.value;
        }
    }
    return words;
}

contract::Unexpected filterFault(const FilterTerm& term, const QString& sentence)
{
    return faultAt(term.position, sentence);
}

} // namespace holdfast::authentication
