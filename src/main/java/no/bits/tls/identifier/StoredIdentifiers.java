package no.bits.tls.identifier;

import java.util.ArrayList;
import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.CustomConversions.StoreConversions;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.jdbc.core.convert.JdbcCustomConversions;
import org.springframework.data.jdbc.core.mapping.JdbcSimpleTypes;
import org.springframework.data.mapping.model.SimpleTypeHolder;
import org.springframework.data.relational.core.dialect.Dialect;

/** Aggregates may hold identifiers: in the database each is its text. */
@Configuration(proxyBeanMethods = false)
class StoredIdentifiers {

    @Bean
    static JdbcCustomConversions jdbcCustomConversions(Dialect dialect) {
        List<Object> ofDatabase = new ArrayList<>(dialect.getConverters());
        ofDatabase.addAll(JdbcCustomConversions.storeConverters());
        return new JdbcCustomConversions(
                StoreConversions.of(new SimpleTypeHolder(dialect.simpleTypes(), JdbcSimpleTypes.HOLDER), ofDatabase),
                List.of(ReadDomain.INSTANCE, WriteDomain.INSTANCE, ReadAddress.INSTANCE, WriteAddress.INSTANCE,
                        ReadNumber.INSTANCE, WriteNumber.INSTANCE));
    }

    /** A column to a domain. */
    @ReadingConverter
    private enum ReadDomain implements Converter<String, DomainName> {

        INSTANCE;

        @Override
        public DomainName convert(String column) {
            return new DomainName(column);
        }

    }

    /** A domain to a column. */
    @WritingConverter
    private enum WriteDomain implements Converter<DomainName, String> {

        INSTANCE;

        @Override
        public String convert(DomainName domain) {
            return domain.ascii();
        }

    }

    /** A column to an address. */
    @ReadingConverter
    private enum ReadAddress implements Converter<String, EmailAddress> {

        INSTANCE;

        @Override
        public EmailAddress convert(String column) {
            return new EmailAddress(column);
        }

    }

    /** An address to a column. */
    @WritingConverter
    private enum WriteAddress implements Converter<EmailAddress, String> {

        INSTANCE;

        @Override
        public String convert(EmailAddress address) {
            return address.value();
        }

    }

    /** A column to an organisation number. */
    @ReadingConverter
    private enum ReadNumber implements Converter<String, OrganisationNumber> {

        INSTANCE;

        @Override
        public OrganisationNumber convert(String column) {
            return new OrganisationNumber(column);
        }

    }

    /** An organisation number to a column. */
    @WritingConverter
    private enum WriteNumber implements Converter<OrganisationNumber, String> {

        INSTANCE;

        @Override
        public String convert(OrganisationNumber number) {
            return number.digits();
        }

    }

}
