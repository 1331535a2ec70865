export const metadata = { title: "Contact persons", icons: "data:," };

export default function Layout({ children }) {
    return (
        <html lang="en">
            <body>{children}</body>
        </html>
    );
}
