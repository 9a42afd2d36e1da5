// SPDX-License-Identifier: Apache-2.0
#include "services/otp/sdtid_batch.h"

#include "services/otp/token_file.h"

#include <QXmlStreamWriter>

#include <algorithm>

namespace holdfast::otp {

using namespace Qt::StringLiterals;

namespace {

// libstoken looks among an element's descendants before it looks at the element itself.
const XmlElement* find(const XmlElement& parent, QStringView name)
{
    for (const XmlElement& child : parent.children) {
        if (const XmlElement* deeper = find(child, name)) {
            return deeper;
        }
        if (child.name == name) {
            return &child;
        }
    }
    return nullptr;
}

bool isEncoded(QStringView name)
{
    return name == u"Seed" || name == u"Secret" || name == u"TokenMAC" || name == u"HeaderMAC";
}

void write(QXmlStreamWriter& writer, const XmlElement& element)
{
    writer.writeStartElement(element.name); // attributes mean nothing in sdtid, and no MAC covers them
    QString text = element.text;
    if (isEncoded(element.name)) {
        text.remove(QChar(0xfeff)).remove(QChar(0x200b));
        text = text.trimmed();
    }
    if (element.children.empty()) {
        writer.writeCharacters(text);
    }
    for (const XmlElement& child : element.children) {
        write(writer, child);
    }
    writer.writeEndElement();
    text.fill(u'\0');
}

// No value of sdtid stands among elements; what libstoken would make of one is anybody's guess.
bool mixesText(const XmlElement& element)
{
    return (!element.children.empty() && !element.text.trimmed().isEmpty())
        || std::any_of(element.children.begin(), element.children.end(), mixesText);
}

ImportFault missing(const QString& what)
{
    return {u"not_sdtid"_s, u"The file has no %1, so it is no sdtid file."_s.arg(what),
            u"Check the format; a file that begins with KeyContainer is PSKC."_s};
}

} // namespace

QString SdtidRecord::field(const QString& name) const
{
    const XmlElement* found = find(m_token, name);
    found = found ? found : find(m_header, u"Def"_s + name);
    found = found ? found : find(m_header, name);
    return found ? found->text.trimmed() : QString();
}

QByteArray SdtidRecord::document() const
{
    QByteArray result;
    QXmlStreamWriter writer(&result);
    writer.writeStartDocument();
    writer.writeStartElement(u"TKNBatch"_s);
    write(writer, m_header);
    write(writer, m_token);
    writer.writeEmptyElement(u"TKNTrailer"_s); // its signature is not checked, but libstoken wants it there
    writer.writeEndDocument();
    return result;
}

std::optional<ImportFault> splitSdtid(QByteArrayView file,
                                      const std::function<bool(const SdtidRecord&)>& take)
{
    XmlLimits limits;
    limits.trimText = false;
    XmlSource source(file, limits);
    if (!source.nextChild()) {
        return source.fault();
    }
    if (source.name() != u"TKNBatch") {
        return missing(u"TKNBatch"_s);
    }
    std::optional<XmlElement> header;
    int position = 0;
    while (source.nextChild()) {
        auto element = source.readElement();
        if (!element) {
            break;
        }
        if (mixesText(*element)) {
            return ImportFault {u"not_sdtid"_s,
                                u"The file has text among its elements, so it is no sdtid file."_s,
                                u"Ask for the file again from where it came from."_s};
        }
        if (element->name == u"TKNHeader") {
            header = std::move(element);
        } else if (element->name == u"TKN") {
            if (!header) {
                return missing(u"TKNHeader before its first TKN"_s);
            }
            if (position == maxTokenRecords) {
                return ImportFault {u"too_many_records"_s,
                                    u"The file holds more than %1 records."_s.arg(maxTokenRecords),
                                    u"Split it into several files."_s};
            }
            if (!take(SdtidRecord(++position, *header, *element))) {
                return std::nullopt;
            }
        }
    }
    if (!source.fault() && position == 0) {
        return ImportFault {u"no_records"_s, u"The file holds no token records."_s,
                            u"Check that this is the right file."_s};
    }
    return source.fault();
}

} // namespace holdfast::otp
