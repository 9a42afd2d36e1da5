// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/otp/parsed_token.h"

#include <QByteArray>
#include <QXmlStreamReader>

namespace holdfast::otp {

// An element of a token file, read whole. Names are local names: prefixes and namespaces differ from producer
// to producer and carry nothing here. Text is wiped with the element, for it may be a seed.
struct XmlElement
{
    QString name;
    std::vector<std::pair<QString, QString>> attributes;
    QString text; // its own, without that of its children; trimmed unless the limits say otherwise
    std::vector<XmlElement> children;

    XmlElement() = default;
    XmlElement(XmlElement&&) noexcept = default;
    XmlElement& operator=(XmlElement&&) noexcept = default;
    ~XmlElement();

    [[nodiscard]] const XmlElement* child(QStringView childName) const;
    // Through several levels; null where one is missing.
    [[nodiscard]] const XmlElement* descendant(std::initializer_list<QStringView> path) const;
    [[nodiscard]] QString childText(QStringView childName) const; // empty where it is missing
    [[nodiscard]] std::optional<QString> attribute(QStringView attributeName) const;
};

// What a file from strangers may ask of us. Beyond any of them the file is refused.
struct XmlLimits
{
    int depth = 24;
    int elements = 2'000; // of one record
    int attributes = 32; // of one element
    qsizetype text = 64 * 1024; // characters of one element, and of one attribute
    bool trimText = true; // MACs of sdtid are computed over the text as it stands
};

// Reads XML from strangers, one subtree at a time, so that a file of 100,000 records never stands in memory
// as a tree. Document types are refused before anything in them is used: no entities, nothing external.
class XmlSource
{
public:
    // A byte order mark and white space before the document are passed over. `file` outlives the source.
    explicit XmlSource(QByteArrayView file, XmlLimits limits = {});

    // Goes on to the next start of a child of the document's root (at first: of the root itself). False at
    // its end, or when the file is at fault.
    bool nextChild();
    [[nodiscard]] QStringView name() const { return m_reader.name(); }
    [[nodiscard]] QString attribute(const QString& attributeName) const;
    // The element that nextChild() stopped at, whole.
    [[nodiscard]] std::optional<XmlElement> readElement();
    // Passes over it.
    bool skipElement();
    // Set once anything failed.
    [[nodiscard]] const std::optional<ImportFault>& fault() const { return m_fault; }

private:
    bool advance();
    bool readInto(XmlElement& element, int depth);
    bool refuse(const char* code, const QString& cause, const QString& cure);
    bool refuseMalformed();
    bool refuseTooMuch(const QString& what);

    QXmlStreamReader m_reader;
    XmlLimits m_limits;
    int m_elements = 0;
    std::optional<ImportFault> m_fault;
};

} // namespace holdfast::otp
