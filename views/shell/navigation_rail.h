// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QButtonGroup;
class QLabel;
class QVBoxLayout;

namespace holdfast::views {

// The pages, one below the other, under the program's mark.
class NavigationRail final : public QWidget
{
    Q_OBJECT
public:
    explicit NavigationRail(QWidget* parent = nullptr);

    void addPage(const QString& id, const QString& title, const QString& iconName, const QString& shortcut);
    void addGap();
    void clear();
    void setCurrent(const QString& id);
    void setOrganisation(const QString& name);
    [[nodiscard]] QStringList pageIds() const;

Q_SIGNALS:
    void pageChosen(const QString& id);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QVBoxLayout* m_column;
    QVBoxLayout* m_pages;
    QButtonGroup* m_group;
    QLabel* m_organisation;
};

} // namespace holdfast::views
