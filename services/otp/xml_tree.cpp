// SPDX-License-Identifier: Apache-2.0
#include "services/otp/xml_tree.h"

#include <algorithm>

namespace holdfast::otp {

using namespace Qt::StringLiterals;

namespace {

QByteArray withoutPreamble(QByteArrayView file)
{
    const QByteArrayView byteOrderMark("\xef\xbb\xbf");
    for (;;) {
        if (file.startsWith(byteOrderMark)) {
            file = file.sliced(byteOrderMark.size());
        } else if (!file.isEmpty() && QByteArrayView(" \t\r\n").contains(file.front())) {
            file = file.sliced(1);
        } else {
            return QByteArray::fromRawData(file.data(), file.size());
        }
    }
}

} // namespace

XmlElement::~XmlElement()
{
    text.fill(u'\0');
}

const XmlElement* XmlElement::child(QStringView childName) const
{
    const auto found = std::find_if(children.begin(), children.end(),
                                    [&](const XmlElement& element) { return element.name == childName; });
    return found == children.end() ? nullptr : &*found;
}

const XmlElement* XmlElement::descendant(std::initializer_list<QStringView> path) const
{
    const XmlElement* element = this;
    for (const QStringView step : path) {
        element = element ? element->child(step) : nullptr;
    }
    return element;
}

QString XmlElement::childText(QStringView childName) const
{
    const XmlElement* element = child(childName);
    return element ? element->text : QString();
}

std::optional<QString> XmlElement::attribute(QStringView attributeName) const
{
    for (const auto& [key, value] : attributes) {
        if (key == attributeName) {
            return value;
        }
    }
    return std::nullopt;
}

XmlSource::XmlSource(QByteArrayView file, XmlLimits limits)
    : m_reader(withoutPreamble(file))
    , m_limits(limits)
{ }

bool XmlSource::nextChild()
{
    while (advance()) {
        if (m_reader.isStartElement()) {
            return true;
        }
        if (m_reader.isEndElement()) {
            break; // of the root: what follows is read, for a file cut off or with a second root is refused
        }
    }
    while (!m_fault && !m_reader.atEnd()) {
        advance();
    }
    return false;
}

QString XmlSource::attribute(const QString& attributeName) const
{
    return m_reader.attributes().value(attributeName).toString();
}

std::optional<XmlElement> XmlSource::readElement()
{
    m_elements = 0;
    XmlElement element;
    if (!readInto(element, 1)) {
        return std::nullopt;
    }
    return element;
}

bool XmlSource::skipElement()
{
    return readElement().has_value(); // the limits hold for what is passed over, too
}

bool XmlSource::advance()
{
    if (m_fault) {
        return false;
    }
    switch (m_reader.readNext()) {
    case QXmlStreamReader::DTD:
    case QXmlStreamReader::EntityReference:
        return refuse("xml_document_type",
                      u"The file has a document type declaration or an entity, which token files do not need "
                      "and attacks use."_s,
                      u"Ask for the file again from where it came from, as plain XML."_s);
    case QXmlStreamReader::Invalid:
        return refuseMalformed();
    case QXmlStreamReader::EndDocument:
        return false;
    default:
        return true;
    }
}

bool XmlSource::readInto(XmlElement& element, int depth)
{
    if (depth > m_limits.depth) {
        return refuseTooMuch(u"elements nested more than %1 deep"_s.arg(m_limits.depth));
    }
    if (++m_elements > m_limits.elements) {
        return refuseTooMuch(u"more than %1 elements in one record"_s.arg(m_limits.elements));
    }
    element.name = m_reader.name().toString();
    const QXmlStreamAttributes attributes = m_reader.attributes();
    if (attributes.size() > m_limits.attributes) {
        return refuseTooMuch(u"more than %1 attributes in one element"_s.arg(m_limits.attributes));
    }
    for (const QXmlStreamAttribute& attribute : attributes) {
        if (attribute.value().size() > m_limits.text) {
            return refuseTooMuch(u"an attribute of more than %1 characters"_s.arg(m_limits.text));
        }
        element.attributes.emplace_back(attribute.name().toString(), attribute.value().toString());
    }
    while (advance()) {
        if (m_reader.isStartElement()) {
            if (!readInto(element.children.emplace_back(), depth + 1)) {
                return false;
            }
        } else if (m_reader.isEndElement()) {
            if (m_limits.trimText) {
                element.text = element.text.trimmed();
            }
            return true;
        } else if (m_reader.isCharacters()) {
            if (element.text.size() + m_reader.text().size() > m_limits.text) {
                return refuseTooMuch(u"a text of more than %1 characters"_s.arg(m_limits.text));
            }
            element.text += m_reader.text();
        }
    }
    return m_fault ? false : refuseMalformed();
}

bool XmlSource::refuse(const char* code, const QString& cause, const QString& cure)
{
    m_fault = ImportFault {QString::fromLatin1(code), cause, cure};
    return false;
}

bool XmlSource::refuseMalformed()
{
    const QString where = u"line %1, column %2"_s.arg(m_reader.lineNumber()).arg(m_reader.columnNumber());
    if (m_reader.error() == QXmlStreamReader::PrematureEndOfDocumentError) {
        return refuse("file_cut_off", u"The file ends too early, at %1."_s.arg(where),
                      u"Copy the file again; it was not transferred whole."_s);
    }
    return refuse("xml_malformed", u"The file is not well-formed XML at %1."_s.arg(where),
                  u"Check that this is the token file, and that no editor or mail program changed it."_s);
}

bool XmlSource::refuseTooMuch(const QString& what)
{
    return refuse("xml_too_complex", u"The file has %1 at line %2."_s.arg(what).arg(m_reader.lineNumber()),
                  u"Check that this is a token file; none needs that much."_s);
}

} // namespace holdfast::otp
