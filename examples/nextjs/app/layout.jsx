export const metadata = { title: "Kontaktpersoner", icons: "data:," };

export default function Layout({ children }) {
    return (
        <html lang="sv">
            <body>{children}</body>
        </html>
    );
}
