// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>

namespace holdfast::http {

// Looks at each byte of a request's head once, as it arrives: finds its end and whatever a lenient parser
// behind it might read in another way than a proxy before it did (RFC 9112, 2.2 and 5.2): bare CR or LF,
// folded lines, control characters.
class HeaderScanner
{
public:
    enum class Verdict
    {
        NeedMore,
        Complete, // size() bytes, the empty line included
        Malformed
    };

    // `bytes` is the head from its first byte on, at least as long as at the last call.
    Verdict scan(QByteArrayView bytes);
    [[nodiscard]] qsizetype size() const { return m_position; }
    void reset() { *this = {}; }

private:
    qsizetype m_position = 0;
    int m_line = 0; // bytes of the current line before its CR
    bool m_carriageReturn = false;
};

} // namespace holdfast::http
