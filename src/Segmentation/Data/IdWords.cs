namespace Segmentation;

/// <summary>What is identified, and by what, in the languages that files come in; see <see cref="IdNames"/>.</summary>
internal static class IdWords
{
    /// <summary>Last words that prove an id whatever stands before them.</summary>
    public static readonly HashSet<string> Certain = NameWords.Set("id ids guid uuid sku ean isbn");

    /// <summary>Who a customer may be, in the singular: a plural beside "number" is a count.</summary>
    public static readonly HashSet<string> Customers = NameWords.Set(
        """
        customer cust client member user subscriber patient guest buyer shopper consumer policyholder cardholder donor
        kunde kunden kundin kd mitglied mitglieds nutzer benutzer debitor debitoren teilnehmer abonnenten
        cliente adherent abonne utilisateur socio abonado usuario miembro membro assinante utente abbonato
        klant klanten lid gebruiker relatie debiteur klient klienta czlonka uzytkownika abonenta nabywcy
        zakaznik zakaznika zakaznicke odberatele clena kund medlem medlems kunde bruker bruger asiakas asiakkaan jasen jasenen
        ugyfel vevo musteri uye kullanici kupca klijenta stranke pelanggan khach
        клиент клиента покупатель покупателя заказчика абонента пользователя клієнт клієнта покупця клиентски πελατη πελατης
        顧客 会員 お客様 得意先 取引先 ユーザー 客户 客戶 会员 會員 顾客 用户 用戶 고객 회원 사용자 العميل عميل الزبون לקוח ग्राहक
        """);

    /// <summary>What else has numbers of its own, in the singular.</summary>
    public static readonly HashSet<string> Things = NameWords.Set(
        """
        order invoice product item person household card account transaction session store stock employee contact company contract receipt policy
        bestell bestellung bestellungs auftrag auftrags rechnung rechnungs vertrag vertrags artikel produkt konto beleg versicherungs personal
        commande facture produit article contrat compte pedido factura producto articulo contrato cuenta fatura produto conta
        ordine fattura prodotto articolo contratto conto bestelling order factuur product rekening zamowienia faktury produktu konta
        objednavky smlouvy uctu ordre faktura vare konto tilaus tilauksen lasku laskun tuote tuotteen tilin siparis urun hesap
        заказа счета товара договора счёта замовлення 注文 商品 订单 訂單 发票 產品 产品 账户 帐户 주문 상품
        """);

    /// <summary>What numbers something: "Kunden-Nr.", "numéro client", "номер клиента".</summary>
    public static readonly HashSet<string> Numbers = NameWords.Set(
        """
        id ids guid uuid no nr nro nbr num number key n identifier ident ref reference kennung kennzahl nummer numero numer numerot
        identifiant matricule identificador identificacion identificativo referencia identyfikator identifikator tunnus tunniste
        cislo szam azonosito numara numarasi numar nomor broj номер идентификатор ид ідентифікатор αριθμος
        番号 号 號 编号 編號 編号 號碼 号码 번호 رقم معرف מספר
        """);

    /// <summary>What codes something; of customers they are ids, of most other things categories.</summary>
    public static readonly HashSet<string> Codes = NameWords.Set(
        "code codigo codice cod kod kodu kode koodi koder ma код κωδικος コード 代码 代碼 코드");

    /// <summary>Words between the others that say nothing.</summary>
    public static readonly HashSet<string> Between = NameWords.Set("de del de la du do da di della dello van der den des d l le el il s hang");

    /// <summary>Before these a word such as "number" counts: "number order", "num items".</summary>
    public static readonly HashSet<string> English = NameWords.Set(
        "customer cust member user subscriber patient guest buyer shopper order invoice product item person household card account transaction session store employee contact company contract");

    /// <summary>What ends a compound: Kundennummer, asiakasnumero, 顧客番号.</summary>
    public static readonly string[] Endings =
    [
        .. NameWords.Set(
            "id nr no nummer nummern number numero nro kennung kenn key code kod kode tunnus szam azonosito kodu no numarasi 番号 号 號 编号 編號 编码 コード 代码 代碼 ID 번호 코드")
            .OrderByDescending(ending => ending.Length),
    ];

    /// <summary>Postcodes in one word.</summary>
    public static readonly HashSet<string> Postcodes = NameWords.Set(
        "zip zipcode postcode postalcode plz postleitzahl postnummer postnr postinumero pincode psc cep eircode индекс 邮编 郵編 邮政编码 郵便番号 우편번호");

    /// <summary>What makes a code or a number a postcode.</summary>
    public static readonly HashSet<string> Postal = NameWords.Set("postal postale postali poczta pocztowy posta postni postcode почтовый zip irsz iranyitoszam");
}
