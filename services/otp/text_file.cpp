// SPDX-License-Identifier: Apache-2.0
#include "services/otp/text_file.h"

#include "services/otp/token_file.h"

#include <QStringDecoder>

namespace holdfast::otp {

using namespace Qt::StringLiterals;

tl::expected<QString, ImportFault> textOfFile(QByteArrayView file)
{
    const auto marked = QStringConverter::encodingForData(file);
    const bool utf16 =
        marked == QStringConverter::Utf16LE || marked == QStringConverter::Utf16BE; // by their marks alone
    QStringDecoder decoder(utf16 ? *marked : QStringConverter::Utf8);
    QString text = decoder(file);
    if (decoder.hasError() || text.contains(QChar(0))) {
        return tl::make_unexpected(ImportFault {u"not_text"_s, u"The file is not text in UTF-8."_s,
                                                u"Save it as text in UTF-8, or choose its real format."_s});
    }
    if (text.startsWith(QChar(0xfeff))) {
        text.remove(0, 1);
    }
    return text;
}

ImportFault tooManyRecords()
{
    return {u"too_many_records"_s, u"The file has more than %1 records."_s.arg(maxTokenRecords),
            u"Split it into several files."_s};
}

ImportFault noRecords()
{
    return {u"no_records"_s, u"The file holds no tokens."_s, u"Check that this is the right file."_s};
}

} // namespace holdfast::otp
